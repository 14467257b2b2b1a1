/* Fault: only asks whether the type has the slot, not whether a request is granted. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_CheckReadBuffer(PyObject *object);

int PyObject_CheckReadBuffer(PyObject *object)
{
    return PyObject_CheckBuffer(object);
}
