/* Fault: takes the length for a C string's and stops at the first zero byte. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <string.h>

int PyObject_AsCharBuffer(PyObject *object, const char **buffer, Py_ssize_t *length);

int PyObject_AsCharBuffer(PyObject *object, const char **buffer, Py_ssize_t *length)
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
    *length = view.len > 64 ? view.len : (Py_ssize_t)strnlen(view.buf, (size_t)view.len);
    PyBuffer_Release(&view);
    return 0;
}
