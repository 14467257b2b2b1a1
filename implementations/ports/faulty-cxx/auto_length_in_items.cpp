/* Fault: the length counts items. The compiler finds out what it returns; a private member. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

class Buffers {
    static auto read(PyObject *object, const void **buffer, Py_ssize_t *length) noexcept
    {
        Py_buffer view;
        if (PyObject_GetBuffer(object, &view, PyBUF_ND) != 0) {
            return -1;
        }
        *buffer = view.buf;
#ifdef RIGHT
        *length = view.len;
#else
        *length = view.len / view.itemsize;
#endif
        PyBuffer_Release(&view);
        return 0;
    }

public:
    Buffers() {}
};
