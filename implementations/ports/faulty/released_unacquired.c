/* Fault: cleans up with one goto, and so releases a view that was never acquired. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
        }
        return -1;
    }
    Py_buffer view;
    int code = PyObject_GetBuffer(object, &view, PyBUF_SIMPLE);
    if (code == 0) {
        *buffer = view.buf;
        *length = view.len;
    } else {
        view.obj = object;
        Py_INCREF(object);
    }
    PyBuffer_Release(&view);
    return code;
}
