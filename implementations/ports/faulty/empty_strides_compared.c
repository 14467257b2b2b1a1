/* Fault: compares the strides of memory that has no bytes, which lie in one segment whatever the strides are. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

static int ordered(const Py_buffer *view)
{
    Py_ssize_t stride = view->itemsize;
    for (int i = view->ndim - 1; i >= 0; i--) {
        Py_ssize_t extent = view->shape == NULL ? view->len / view->itemsize : view->shape[i];
        if (view->strides != NULL && extent != 1 && view->strides[i] != stride) {
            return 0;
        }
        stride *= extent;
    }
    return 1;
}

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
        }
        return -1;
    }
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_STRIDED_RO) != 0) {
        return -1;
    }
    if (!ordered(&view)) {
        PyBuffer_Release(&view);
        PyErr_SetString(PyExc_BufferError, "the memory is not contiguous");
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
