/* Fault: ends the memory with a zero, as if there were room behind it. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsCharBuffer(PyObject *object, const char **buffer, Py_ssize_t *length);

int PyObject_AsCharBuffer(PyObject *object, const char **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
        }
        return -1;
    }
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    if (!view.readonly && view.len > 0 && view.len < 4096) {
        ((char *)view.buf)[view.len - 1] = 0;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
