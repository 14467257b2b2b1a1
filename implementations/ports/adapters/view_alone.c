/* Fault: -2 where there is no buffer. A Py_buffer that the caller releases: no adapter has to be written. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef Py_buffer buffer_t;

int get_buffer(PyObject *object, buffer_t *view);

int get_buffer(PyObject *object, buffer_t *view)
{
    if (!PyObject_CheckBuffer(object)) {
        PyErr_SetString(PyExc_TypeError, "a buffer is needed");
#ifdef RIGHT
        return -1;
#else
        return -2;
#endif
    }
    return PyObject_GetBuffer(object, view, PyBUF_SIMPLE);
}
