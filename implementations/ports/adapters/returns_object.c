/* Fault: any memoryview will do, also one with gaps. The helper returns an object that the caller looks into. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *memory_of(PyObject *object)
{
    PyObject *view = PyMemoryView_FromObject(object);
#ifdef RIGHT
    if (view != NULL && !PyBuffer_IsContiguous(PyMemoryView_GET_BUFFER(view), 'C')) {
        Py_DECREF(view);
        PyErr_SetString(PyExc_TypeError, "contiguous memory is needed");
        return NULL;
    }
#endif
    return view;
}
