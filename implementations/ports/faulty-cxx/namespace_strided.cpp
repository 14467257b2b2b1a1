/* Fault: memory with gaps is let through. A function in a namespace. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

namespace compat {
inline namespace v2 {

#ifdef RIGHT
const int flags = PyBUF_SIMPLE;
#else
const int flags = PyBUF_STRIDED_RO;
#endif

int as_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, flags) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

}
}
