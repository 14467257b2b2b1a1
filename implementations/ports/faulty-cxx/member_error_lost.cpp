/* Fault: the exception is cleared. A static member of a class, and a private one. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

namespace image {

class Buffers {
    Py_buffer view_{};

    static int read(PyObject *object, const void **buffer, Py_ssize_t *length);

public:
    Buffers() : view_{} {}
    ~Buffers() {}
};

int Buffers::read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
#ifndef RIGHT
        PyErr_Clear();
#endif
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

}
