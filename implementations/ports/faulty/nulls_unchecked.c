/* Fault: does not look whether an output is NULL. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
