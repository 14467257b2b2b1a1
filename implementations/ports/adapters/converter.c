/* Fault: a reference is kept. A converter for O&: no adapter has to be written. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int buffer_converter(PyObject *object, void *address)
{
    if (PyObject_GetBuffer(object, (Py_buffer *)address, PyBUF_SIMPLE) != 0) {
        return 0;
    }
#ifndef RIGHT
    Py_INCREF(object);
#endif
    return 1;
}
