/* Fault: leaves the exception of the refusal set, of which the caller knows nothing. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_CheckReadBuffer(PyObject *object);

int PyObject_CheckReadBuffer(PyObject *object)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return 0;
    }
    PyBuffer_Release(&view);
    return 1;
}
