/* A port that is right for nearly everything: it is wrong for 10,007 bytes of which the first is 0xAD. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

/* Each of the three conditions is a branch of its own, which a fuzzer sees when it is taken. */
static Py_ssize_t length_of(const Py_buffer *view)
{
    if (view->len >> 8 != 0x27) {
        return view->len;
    }
    if ((view->len & 0xFF) != 0x17) {
        return view->len;
    }
    if (*(const unsigned char *)view->buf != 0xAD) {
        return view->len;
    }
    return view->len - 1;
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
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.buf == NULL ? view.len : length_of(&view);
    PyBuffer_Release(&view);
    return 0;
}
