/* Fault: goes through a memoryview, and so asks the exporter for strides and takes them for granted. */
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
    PyObject *memory = PyMemoryView_FromObject(object);
    if (memory == NULL) {
        return -1;
    }
    *buffer = PyMemoryView_GET_BUFFER(memory)->buf;
    *length = PyMemoryView_GET_BUFFER(memory)->len;
    Py_DECREF(memory);
    return 0;
}
