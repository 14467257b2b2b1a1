/* Fault: keeps the view in a static variable until the next call, and the object locked as long. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

static Py_buffer view;

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
        }
        return -1;
    }
    PyBuffer_Release(&view);
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        view.obj = NULL;
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    return 0;
}
