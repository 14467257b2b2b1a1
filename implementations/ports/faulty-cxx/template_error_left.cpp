/* Fault: success leaves the exception of a first attempt behind. A template. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

namespace compat {

template <typename Byte, typename Size> int as_read(PyObject *object, Byte **buffer, Size *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_WRITABLE) != 0) {
#ifdef RIGHT
        PyErr_Clear();
#endif
        if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
            return -1;
        }
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

}
