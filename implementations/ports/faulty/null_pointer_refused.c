/* Fault: takes a NULL address for a failure, which an empty buffer may lawfully have. */
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
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    if (view.buf == NULL) {
        PyBuffer_Release(&view);
        PyErr_SetString(PyExc_TypeError, "there is no memory");
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
