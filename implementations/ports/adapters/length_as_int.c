/* Fault: the length is an int, as it was before Python 2.5, and memory may be larger: no adapter has to be written. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#ifdef RIGHT
typedef Py_ssize_t length_type;
#else
typedef int length_type;
#endif

int as_bytes(PyObject *object, const unsigned char **buffer, length_type *length);

int as_bytes(PyObject *object, const unsigned char **buffer, length_type *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = (length_type)view.len;
    PyBuffer_Release(&view);
    return 0;
}
