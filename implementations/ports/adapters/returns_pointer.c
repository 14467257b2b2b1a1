/* Fault: the view is never released. The helper returns the pointer. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

const void *bytes_of(PyObject *object, Py_ssize_t *length);

const void *bytes_of(PyObject *object, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    static const char nothing[1];
    const void *bytes = view.buf == NULL ? nothing : view.buf;
    *length = view.len;
#ifdef RIGHT
    PyBuffer_Release(&view);
#endif
    return bytes;
}
