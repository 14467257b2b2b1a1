/* Fault: asks with strides, so that it says yes to what AsReadBuffer refuses. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_CheckReadBuffer(PyObject *object);

int PyObject_CheckReadBuffer(PyObject *object)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_FULL_RO) != 0) {
        PyErr_Clear();
        return 0;
    }
    PyBuffer_Release(&view);
    return 1;
}
