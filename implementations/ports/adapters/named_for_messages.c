/* Fault: refusals become a ValueError. The helper wants a name for its messages, and bounds. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int get_bytes(const char *what, PyObject *object, const char **bytes, size_t *size, size_t most)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
#ifdef RIGHT
        PyErr_Format(PyExc_TypeError, "%s has to be bytes", what);
#else
        PyErr_Format(PyExc_ValueError, "%s has to be bytes", what);
#endif
        return 0;
    }
    *bytes = view.buf;
    *size = (size_t)view.len < most ? (size_t)view.len : most;
    PyBuffer_Release(&view);
    return 1;
}
