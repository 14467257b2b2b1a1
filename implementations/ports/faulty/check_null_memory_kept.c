/* Fault: a question that keeps what lies at NULL locked. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_CheckReadBuffer(PyObject *object);

int PyObject_CheckReadBuffer(PyObject *object)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
        return 0;
    }
    if (view.buf != NULL) {
        PyBuffer_Release(&view);
    }
    return 1;
}
