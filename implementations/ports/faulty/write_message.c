/* Fault: another text for the same TypeError, which doctests and callers see. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length);

int PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
        }
        return -1;
    }
    PyBufferProcs *procs = Py_TYPE(object)->tp_as_buffer;
    Py_buffer view;
    if (procs == NULL || procs->bf_getbuffer == NULL
        || procs->bf_getbuffer(object, &view, PyBUF_WRITABLE) != 0) {
        PyErr_SetString(PyExc_TypeError, "expected a writeable buffer object");
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
