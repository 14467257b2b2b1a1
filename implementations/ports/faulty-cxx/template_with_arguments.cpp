/* Fault: memory with gaps is let through. A template that is told what to ask for. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#ifdef RIGHT
#define FLAGS PyBUF_SIMPLE
#else
#define FLAGS PyBUF_STRIDES
#endif

template <typename Byte, int flags = FLAGS> int get(PyObject *object, const void **buffer, Py_ssize_t *length) noexcept
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, flags) != 0) {
        return -1;
    }
    *buffer = static_cast<Byte *>(view.buf);
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
