/* Fault: the cleaning up forgets the view. A converter for O& that is called again to clean up. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int buffer_converter(PyObject *object, void *address)
{
    Py_buffer *view = address;
    if (object == NULL) {
#ifdef RIGHT
        PyBuffer_Release(view);
#endif
        return 1;
    }
    return PyObject_GetBuffer(object, view, PyBUF_SIMPLE) != 0 ? 0 : Py_CLEANUP_SUPPORTED;
}
