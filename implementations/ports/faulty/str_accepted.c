/* Fault: takes str as Python 2 did, and hands out its UTF-8 form. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsCharBuffer(PyObject *object, const char **buffer, Py_ssize_t *length);

int PyObject_AsCharBuffer(PyObject *object, const char **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
        }
        return -1;
    }
    if (PyUnicode_Check(object)) {
        *buffer = PyUnicode_AsUTF8AndSize(object, length);
        return *buffer == NULL ? -1 : 0;
    }
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
