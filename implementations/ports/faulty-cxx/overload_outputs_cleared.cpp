/* Fault: the outputs are set before success is sure. One of two functions of a name. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <string>

static int get(PyObject *object, const void **buffer, Py_ssize_t *length)
{
#ifndef RIGHT
    *buffer = nullptr;
    *length = 0;
#endif
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

static int get(PyObject *object, std::string &text)
{
    const void *buffer;
    Py_ssize_t length;
    if (get(object, &buffer, &length) != 0) {
        return -1;
    }
    text.assign(static_cast<const char *>(buffer), static_cast<size_t>(length));
    return 0;
}
