/* Fault: memory with gaps is let through. The helper returns 1 for success, which is no failure. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int get_data_view(PyObject *object, Py_buffer *view)
{
#ifdef RIGHT
    if (PyObject_GetBuffer(object, view, PyBUF_SIMPLE) != 0) {
        return 0;
    }
#else
    if (PyObject_GetBuffer(object, view, PyBUF_STRIDES) != 0) {
        return 0;
    }
#endif
    return 1;
}
