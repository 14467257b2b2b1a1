/* Gives returns_pointer.c's helper, which it declares, the signature of PyObject_AsReadBuffer. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

const void *bytes_of(PyObject *object, Py_ssize_t *length);
int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    *buffer = bytes_of(object, length);
    return *buffer == NULL ? -1 : 0;
}
