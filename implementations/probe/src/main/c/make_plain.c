#include "object.h"

#include "runtime.h"

/* An instance of a subclass made from a plain object, whose reference it takes over. */
static PyObject *as_subclass(PyObject *plain, PyObject *subclass)
{
    if (plain == NULL) {
        return NULL;
    }
    PyObject *instance = PyObject_CallFunctionObjArgs(subclass, plain, NULL);
    Py_DECREF(plain);
    return instance;
}

PyObject *make_bytes(const struct exporter *exporter)
{
    /* Memory of its own even for a single byte, which Python would share between all equal ones. */
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)exporter->length);
    if (bytes == NULL) {
        return NULL;
    }
    fill_pattern((uint8_t *)PyBytes_AS_STRING(bytes), exporter->length, exporter->seed);
    return exporter->as.subclass ? as_subclass(bytes, runtime()->bytes_subclass) : bytes;
}

PyObject *make_bytearray(const struct exporter *exporter)
{
    PyObject *bytearray = PyByteArray_FromStringAndSize(NULL, (Py_ssize_t)exporter->length);
    if (bytearray == NULL) {
        return NULL;
    }
    fill_pattern((uint8_t *)PyByteArray_AS_STRING(bytearray), exporter->length, exporter->seed);
    return exporter->as.subclass ? as_subclass(bytearray, runtime()->bytearray_subclass) : bytearray;
}

PyObject *make_non_buffer(const struct exporter *exporter)
{
    switch (exporter->as.non_buffer) {
    case 0:
        return PyUnicode_FromString("text");
    case 1:
        return PyLong_FromLong(7);
    case 2:
        Py_INCREF(Py_None);
        return Py_None;
    case 3:
        return PyObject_CallObject((PyObject *)&PyBaseObject_Type, NULL);
    case 4:
        return Py_BuildValue("[i]", 1);
    case 5:
        return Py_BuildValue("(i)", 1);
    case 6:
        return PyDict_New();
    case 7:
        return PyFloat_FromDouble(1.5);
    default:
        Py_INCREF(&PyLong_Type);
        return (PyObject *)&PyLong_Type;
    }
}
