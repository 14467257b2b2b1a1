/* Fault: asks as a reader would and refuses what says that it is read-only: exporters see the wrong request. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length);

int PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
        }
        return -1;
    }
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        PyErr_SetString(PyExc_TypeError, "expected a writable bytes-like object");
        return -1;
    }
    if (view.readonly) {
        PyBuffer_Release(&view);
        PyErr_SetString(PyExc_TypeError, "expected a writable bytes-like object");
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
