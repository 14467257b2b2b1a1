/* Fault: knows bytes and bytearray and nothing else. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
        }
        return -1;
    }
    if (PyBytes_Check(object)) {
        *buffer = PyBytes_AS_STRING(object);
        *length = PyBytes_GET_SIZE(object);
        return 0;
    }
    if (PyByteArray_Check(object)) {
        *buffer = PyByteArray_AS_STRING(object);
        *length = PyByteArray_GET_SIZE(object);
        return 0;
    }
    PyErr_Format(PyExc_TypeError, "a bytes-like object is required, not '%.100s'", Py_TYPE(object)->tp_name);
    return -1;
}
