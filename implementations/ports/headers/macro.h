/* Fault: success leaves an exception behind. A macro with parameters. */
#ifndef MACRO_H
#define MACRO_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int macro_get(PyObject *object, const void **buffer, Py_ssize_t *length, int left)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    if (left) {
        PyErr_SetString(PyExc_ValueError, "left behind");
    }
    return 0;
}

#ifdef RIGHT
#define macro_read(o, b, n) (macro_get((o), (b), (n), 0))
#else
#define macro_read(o, b, n) (macro_get((o), (b), (n), 1))
#endif

#endif
