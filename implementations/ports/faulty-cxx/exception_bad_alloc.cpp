/* Fault: memory of no bytes makes the vector throw, and nobody catches it. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <new>
#include <vector>

extern "C" int r_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
#ifndef RIGHT
    if (*length == 0) {
        throw std::bad_alloc();
    }
#endif
    return 0;
}
