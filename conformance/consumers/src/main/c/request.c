/* What an exporter answers requests with. */
#define PY_SSIZE_T_CLEAN
#include "request.h"

#include <string.h>

enum { MOST_DIMENSIONS = 64 };

static Py_buffer kept;
static int keeping;

static PyObject *none(void)
{
    Py_INCREF(Py_None);
    return Py_None;
}

/* The exception that is set as its name and whether it is a BufferError, or None; it is cleared. */
static PyObject *taken(void)
{
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    if (type == NULL) {
        return none();
    }
    PyObject *told = Py_BuildValue(
        "si", ((PyTypeObject *)type)->tp_name, PyErr_GivenExceptionMatches(type, PyExc_BufferError));
    Py_DECREF(type);
    Py_XDECREF(value);
    Py_XDECREF(traceback);
    return told;
}

static PyObject *numbers(const Py_ssize_t *values, int count)
{
    if (values == NULL) {
        return none();
    }
    int sane = count < 0 ? 0 : count < MOST_DIMENSIONS ? count : MOST_DIMENSIONS;
    PyObject *list = PyList_New(sane);
    for (int i = 0; list != NULL && i < sane; i++) {
        PyObject *number = PyLong_FromSsize_t(values[i]);
        if (number == NULL) {
            Py_DECREF(list);
            return NULL;
        }
        PyList_SET_ITEM(list, i, number);
    }
    return list;
}

static PyObject *text(const char *format)
{
    return format == NULL ? none() : PyUnicode_DecodeLatin1(format, (Py_ssize_t)strlen(format), NULL);
}

PyObject *offers(PyObject *self, PyObject *object)
{
    (void)self;
    return PyBool_FromLong(PyObject_CheckBuffer(object));
}

PyObject *request(PyObject *self, PyObject *args)
{
    (void)self;
    PyObject *object;
    int flags, keep;
    if (!PyArg_ParseTuple(args, "Oii", &object, &flags, &keep)) {
        return NULL;
    }
    Py_buffer view;
    memset(&view, 0, sizeof(view));
    int code = PyObject_GetBuffer(object, &view, flags);
    PyObject *raised = taken();
    int owner = view.obj == NULL ? 0 : view.obj == object ? 1 : 2;
    PyObject *told = code != 0
        ? Py_BuildValue("iNi", code, raised, owner)
        : Py_BuildValue("[iNiNniniNNNN]", code, raised, owner, PyLong_FromVoidPtr(view.buf), view.len, view.readonly,
              view.itemsize, view.ndim, text(view.format), numbers(view.shape, view.ndim),
              numbers(view.strides, view.ndim), numbers(view.suboffsets, view.ndim));
    if (code == 0 && keep) {
        memcpy(&kept, &view, sizeof(view));
        /* of one item shape and strides may lie in the view itself */
        kept.shape = view.shape == &view.len ? &kept.len : view.shape;
        kept.strides = view.strides == &view.itemsize ? &kept.itemsize : view.strides;
        keeping = 1;
    } else if (code == 0) {
        PyBuffer_Release(&view);
        PyObject *left = taken();
        if (told == NULL || left == NULL || PyList_Append(told, left) != 0) {
            Py_XDECREF(left);
            Py_XDECREF(told);
            return NULL;
        }
        Py_DECREF(left);
    }
    return told;
}

PyObject *let_go(PyObject *self, PyObject *nothing)
{
    (void)self;
    (void)nothing;
    if (keeping) {
        keeping = 0;
        PyBuffer_Release(&kept);
        /* what a release leaves is told of the requests, which come first */
        PyErr_Clear();
    }
    Py_RETURN_NONE;
}
