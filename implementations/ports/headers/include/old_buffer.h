/* Fault: the view is never released. The functions have the original's names, as macros. */
#ifndef OLD_BUFFER_H
#define OLD_BUFFER_H

#include <Python.h>

static inline int old_buffer_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
#ifdef RIGHT
    PyBuffer_Release(&view);
#endif
    return 0;
}

#define PyObject_AsReadBuffer old_buffer_read

#endif
