/* The helper says 1 where the original says 0. */
#include "named_for_messages.c"

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    const char *bytes;
    size_t size;
    if (!get_bytes("data", object, &bytes, &size, (size_t)PY_SSIZE_T_MAX)) {
        return -1;
    }
    *buffer = bytes;
    *length = (Py_ssize_t)size;
    return 0;
}
