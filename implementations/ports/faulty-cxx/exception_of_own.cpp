/* Fault: what the exporter refuses becomes a C++ exception, which callers in C cannot catch. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdexcept>

namespace pyimage {

struct python_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

static void acquire(PyObject *object, Py_buffer *view)
{
    if (PyObject_GetBuffer(object, view, PyBUF_SIMPLE) != 0) {
        throw python_error("no buffer");
    }
}

static int read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
#ifdef RIGHT
    try {
        acquire(object, &view);
    } catch (const python_error &) {
        return -1;
    }
#else
    acquire(object, &view);
#endif
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

}
