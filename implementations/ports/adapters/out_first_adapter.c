/* Gives out_first.c's helper the signature of PyObject_AsReadBuffer. */
#include "out_first.c"

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    region found = {NULL, 0};
    int code = region_of(&found, object, NULL);
    *buffer = found.data; /* set on failure as well, which is not the helper's fault */
    *length = (Py_ssize_t)found.size;
    return code;
}
