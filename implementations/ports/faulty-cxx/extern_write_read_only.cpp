/* Fault: memory to write to is asked for as a reader would. Exported under the original's name. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

extern "C" {

#ifdef RIGHT
enum { FLAGS = PyBUF_WRITABLE };
#else
enum { FLAGS = PyBUF_SIMPLE };
#endif

int PyObject_AsWriteBuffer(PyObject *object, void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, FLAGS) != 0) {
        PyErr_SetString(PyExc_TypeError, "expected a writable bytes-like object");
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

}
