/* Fault: the length counts items. A header of C++. */
#pragma once

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <utility>

namespace image {

struct View {
    static inline int read(PyObject *object, const char **buffer, Py_ssize_t *length)
    {
        Py_buffer view;
        if (PyObject_GetBuffer(object, &view, PyBUF_ND) != 0) {
            return -1;
        }
        *buffer = static_cast<const char *>(view.buf);
#ifdef RIGHT
        *length = view.len;
#else
        *length = view.len / view.itemsize;
#endif
        PyBuffer_Release(&view);
        return 0;
    }
};

}
