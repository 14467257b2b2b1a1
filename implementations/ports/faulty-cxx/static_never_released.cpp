/* Fault: the view is never released. A static function, found by its name. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int r_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
#ifdef RIGHT
    PyBuffer_Release(&view);
#endif
    return 0;
}

PyObject *use(PyObject *object)
{
    const void *buffer;
    Py_ssize_t length;
    return r_read(object, &buffer, &length) != 0 ? nullptr : PyLong_FromSsize_t(length);
}
