/* Fault: the caller's flags are not passed on. A Py_buffer that the caller releases: no adapter has to be written. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int get_view(PyObject *object, Py_buffer *view, int flags)
{
#ifdef RIGHT
    return PyObject_GetBuffer(object, view, flags);
#else
    (void)flags;
    return PyObject_GetBuffer(object, view, PyBUF_FULL_RO);
#endif
}
