/* Fault: success is told as true. Default arguments, as C++ callers leave them out. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

class Reader {
public:
    static int read(PyObject *object, const void **buffer, Py_ssize_t *length, int flags = PyBUF_SIMPLE)
    {
        Py_buffer view;
        if (PyObject_GetBuffer(object, &view, flags) != 0) {
            return -1;
        }
        *buffer = view.buf;
        *length = view.len;
        PyBuffer_Release(&view);
#ifdef RIGHT
        return 0;
#else
        return true;
#endif
    }
};
