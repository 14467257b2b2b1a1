/* Fault: memory with gaps is let through. A header that nothing includes. */
#ifndef STRIDED_H
#define STRIDED_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#ifdef RIGHT
#define STRIDED_FLAGS PyBUF_SIMPLE
#else
#define STRIDED_FLAGS PyBUF_STRIDED_RO
#endif

static inline int strided_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, STRIDED_FLAGS) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

#endif
