/* Fault: the view is released on one way only. Outputs through references: no adapter has to be written. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

namespace compat {

static int as_char(PyObject *object, const char *&buffer, Py_ssize_t &length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    buffer = static_cast<const char *>(view.buf);
    length = view.len;
#ifndef RIGHT
    if (length == 0) {
        return 0;
    }
#endif
    PyBuffer_Release(&view);
    return 0;
}

}
