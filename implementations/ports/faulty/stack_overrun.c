/* Fault: copies the text of small buffers into an area that is one byte too short. */
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
    char start[8];
    volatile char *area = start;
    for (Py_ssize_t i = 0; i <= view.len && i <= (Py_ssize_t)sizeof(start) * 64; i++) {
        area[i] = i < view.len ? ((const char *)view.buf)[i] : 0;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
