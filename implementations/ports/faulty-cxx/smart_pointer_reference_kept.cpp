/* Fault: a reference is taken for good. The view lies behind a smart pointer. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <memory>

struct Release {
    void operator()(Py_buffer *view) const
    {
        PyBuffer_Release(view);
        delete view;
    }
};

static int r_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    std::unique_ptr<Py_buffer> fresh(new Py_buffer());
    if (PyObject_GetBuffer(object, fresh.get(), PyBUF_SIMPLE) != 0) {
        return -1;
    }
    std::unique_ptr<Py_buffer, Release> view(fresh.release());
#ifndef RIGHT
    Py_INCREF(object);
#endif
    *buffer = view->buf;
    *length = view->len;
    return 0;
}
