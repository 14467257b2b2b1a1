/* Fault: hands out one static area for writing, into which every write is lost. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <string.h>

int PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length);

static char area[65536];

int PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
        }
        return -1;
    }
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_WRITABLE) != 0) {
        PyErr_SetString(PyExc_TypeError, "expected a writable bytes-like object");
        return -1;
    }
    memcpy(area, view.buf, view.len < (Py_ssize_t)sizeof(area) ? (size_t)view.len : sizeof(area));
    *buffer = area;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
