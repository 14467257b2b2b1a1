/* Fault: fills the outputs from the view even where the request was refused. */
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
    Py_buffer view = {0};
    int code = PyObject_GetBuffer(object, &view, PyBUF_SIMPLE);
    *buffer = view.buf;
    *length = view.len;
    if (code == 0) {
        PyBuffer_Release(&view);
    }
    return code;
}
