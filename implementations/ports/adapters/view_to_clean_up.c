/* Fault: memory with gaps is let through. A converter for O& by the codes that it returns. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int as_view(PyObject *object, Py_buffer *view)
{
#ifdef RIGHT
    int flags = PyBUF_SIMPLE;
#else
    int flags = PyBUF_STRIDES;
#endif
    if (object == NULL) {
        PyBuffer_Release(view);
        return 1;
    }
    if (PyObject_GetBuffer(object, view, flags) != 0) {
        return 0;
    }
    return Py_CLEANUP_SUPPORTED;
}
