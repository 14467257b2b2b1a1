/* A port that does what CPython does, in every circumstance: the right code to begin from. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

int PyObject_AsCharBuffer(PyObject *object, const char **buffer, Py_ssize_t *length);
int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);
int PyObject_CheckReadBuffer(PyObject *object);
int PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length);

/* An exception that is pending already is kept. */
static int null_argument(void)
{
    if (!PyErr_Occurred()) {
        PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
    }
    return -1;
}

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        return null_argument();
    }
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

int PyObject_AsCharBuffer(PyObject *object, const char **buffer, Py_ssize_t *length)
{
    return PyObject_AsReadBuffer(object, (const void **)buffer, length);
}

/* Asks the exporter itself: PyObject_GetBuffer would say more than the original does where it refuses. */
int PyObject_CheckReadBuffer(PyObject *object)
{
    PyBufferProcs *procs = Py_TYPE(object)->tp_as_buffer;
    Py_buffer view;
    if (procs == NULL || procs->bf_getbuffer == NULL) {
        return 0;
    }
    if (procs->bf_getbuffer(object, &view, PyBUF_SIMPLE) == -1) {
        PyErr_Clear();
        return 0;
    }
    PyBuffer_Release(&view);
    return 1;
}

/* Any refusal becomes a TypeError. */
int PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length)
{
    if (object == NULL || buffer == NULL || length == NULL) {
        return null_argument();
    }
    PyBufferProcs *procs = Py_TYPE(object)->tp_as_buffer;
    Py_buffer view;
    if (procs == NULL || procs->bf_getbuffer == NULL
        || procs->bf_getbuffer(object, &view, PyBUF_WRITABLE) != 0) {
        PyErr_SetString(PyExc_TypeError, "expected a writable bytes-like object");
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
