/* Fault: the pointer leads to a copy in a vector. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <vector>

static std::vector<char> copy;

static int r_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
#ifdef RIGHT
    *buffer = view.buf;
#else
    const char *bytes = static_cast<const char *>(view.buf);
    copy.assign(bytes, bytes + (view.len > 4096 ? 4096 : view.len));
    *buffer = copy.data();
#endif
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
