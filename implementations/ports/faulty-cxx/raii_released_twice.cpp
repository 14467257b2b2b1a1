/* Fault: a class releases the view that was released by hand before; the library's own bookkeeping hides it no more. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

struct View {
    Py_buffer buffer;
    bool held;

    explicit View(PyObject *object) : buffer{}, held{PyObject_GetBuffer(object, &buffer, PyBUF_SIMPLE) == 0} {}

    ~View()
    {
        if (held) {
            PyBuffer_Release(&buffer);
        }
    }
};

extern "C" int r_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    View view(object);
    if (!view.held) {
        return -1;
    }
    *buffer = view.buffer.buf;
    *length = view.buffer.len;
#ifndef RIGHT
    Py_buffer again = view.buffer;
    Py_XINCREF(again.obj);
    PyBuffer_Release(&again);
#endif
    return 0;
}
