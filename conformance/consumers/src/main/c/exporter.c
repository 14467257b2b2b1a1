#include "exporter.h"

#include <string.h>

#define MAX_LENGTH ((Py_ssize_t)1 << 30) /* bytes */

static PyObject *refuse(const char *why)
{
    PyErr_SetString(PyExc_ValueError, why);
    return NULL;
}

size_t exporter_offset(const exporter *self, Py_ssize_t item)
{
    Py_ssize_t items = self->length / self->itemsize;
    Py_ssize_t columns = self->ndim == 2 ? self->shape[1] : items;
    Py_ssize_t place = item;
    if (self->layout == LAYOUT_STRIDED) {
        place = 2 * item;
    } else if (self->layout == LAYOUT_REVERSED) {
        place = items - 1 - item;
    } else if (self->layout == LAYOUT_FORTRAN) {
        place = item % columns * self->shape[0] + item / columns;
    }
    return (size_t)(place * self->itemsize);
}

/* Sets shape, strides and suboffsets; 0, or -1 with an exception. */
static int lay_out(exporter *self)
{
    Py_ssize_t items = self->length / self->itemsize;
    self->suboffsets[0] = 0;
    self->suboffsets[1] = -1;
    if (self->ndim == 2) {
        self->shape[0] = 2;
        self->shape[1] = items / 2;
        self->strides[0] = self->shape[1] * self->itemsize;
        self->strides[1] = self->itemsize;
    } else {
        self->shape[0] = items;
        self->strides[0] = self->itemsize;
    }
    switch (self->layout) {
    case LAYOUT_CONTIGUOUS:
        return 0;
    case LAYOUT_STRIDED:
        self->strides[0] = 2 * self->itemsize;
        return 0;
    case LAYOUT_REVERSED:
        self->strides[0] = -self->itemsize;
        return 0;
    case LAYOUT_FORTRAN:
        self->strides[0] = self->itemsize;
        self->strides[1] = 2 * self->itemsize;
        return 0;
    default:
        self->strides[0] = (Py_ssize_t)sizeof(void *);
        return 0;
    }
}

static int fill(exporter *self, const char *content, int at_end)
{
    Py_ssize_t items = self->length / self->itemsize;
    size_t length = (size_t)self->length;
    if (self->layout == LAYOUT_STRIDED && items > 0) {
        length = (size_t)((2 * items - 1) * self->itemsize);
    }
    if (guarded_make(&self->memory, length, at_end) != 0) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < items; i++) {
        memcpy(self->memory.start + exporter_offset(self, i), content + i * self->itemsize, (size_t)self->itemsize);
    }
    if (self->layout == LAYOUT_INDIRECT) {
        if (guarded_make(&self->pointers, 2 * sizeof(void *), at_end) != 0) {
            PyErr_NoMemory();
            return -1;
        }
        for (Py_ssize_t row = 0; row < 2; row++) {
            void *start = self->memory.start + exporter_offset(self, row * self->shape[1]);
            memcpy(self->pointers.start + (size_t)row * sizeof(void *), &start, sizeof(start));
        }
        if (guarded_allow(&self->pointers, ACCESS_NONE) != 0) {
            PyErr_NoMemory();
            return -1;
        }
        self->pointers.opened = 0;
    }
    if (guarded_allow(&self->memory, ACCESS_NONE) != 0) {
        PyErr_NoMemory();
        return -1;
    }
    self->memory.opened = 0;
    return 0;
}

static PyObject *exporter_new(PyTypeObject *type, PyObject *arguments, PyObject *names)
{
    static char *keywords[] = {"content", "layout", "format", "itemsize", "ndim", "readonly",
        "at_end", "null", "wipe", "owner", "error", "ownerless", NULL};
    const char *content; /* borrowed, as the other arguments are */
    const char *format;
    Py_ssize_t length, itemsize;
    int layout, ndim, readonly, at_end, null, wipe, ownerless;
    PyObject *owner;
    PyObject *error;
    if (!PyArg_ParseTupleAndKeywords(arguments, names, "y#isniiiiiOOi", keywords, &content, &length, &layout, &format,
            &itemsize, &ndim, &readonly, &at_end, &null, &wipe, &owner, &error, &ownerless)) {
        return NULL;
    }
    exporter_asked = 0;
    int two = layout == LAYOUT_FORTRAN || layout == LAYOUT_INDIRECT;
    if (layout < LAYOUT_CONTIGUOUS || layout > LAYOUT_INDIRECT || itemsize < 1 || length > MAX_LENGTH
        || strlen(format) >= sizeof(((exporter *)NULL)->format) || length % itemsize != 0
        || (ndim != 1 && ndim != 2) || (two && ndim != 2) || (ndim == 2 && length / itemsize % 2 != 0)
        || (ndim == 2 && (layout == LAYOUT_STRIDED || layout == LAYOUT_REVERSED))
        || (owner != Py_None && Py_TYPE(owner) != &exporter_type)
        || (layout != LAYOUT_CONTIGUOUS && length == 0) || (null && length != 0)) {
        return refuse("there is no such exporter");
    }
    exporter *self = (exporter *)type->tp_alloc(type, 0); /* every field 0 */
    if (self == NULL) {
        return NULL;
    }
    self->layout = (enum layout)layout;
    self->readonly = readonly;
    self->null = null;
    self->wipe = wipe;
    self->ownerless = ownerless;
    self->length = length;
    self->itemsize = itemsize;
    self->ndim = ndim;
    memcpy(self->format, format, strlen(format) + 1);
    if (owner != Py_None) {
        Py_INCREF(owner);
        self->owner = owner;
    }
    if (error != Py_None) {
        Py_INCREF(error);
        self->error = error;
    }
    if (lay_out(self) != 0 || fill(self, content, at_end) != 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void exporter_dealloc(PyObject *object)
{
    exporter *self = (exporter *)object;
    guarded_free(&self->memory);
    guarded_free(&self->pointers);
    Py_CLEAR(self->owner);
    Py_CLEAR(self->error);
    Py_TYPE(object)->tp_free(object);
}

/* The content as it is now, and whether a byte beside it was written. */
static PyObject *exporter_content(PyObject *object, PyObject *none)
{
    (void)none;
    exporter *self = (exporter *)object;
    enum access before = self->memory.access;
    int opened = self->memory.opened;
    PyObject *content = PyBytes_FromStringAndSize(NULL, self->length);
    if (content == NULL) {
        return NULL;
    }
    if (guarded_allow(&self->memory, before == ACCESS_WRITE ? ACCESS_WRITE : ACCESS_READ) != 0) {
        Py_DECREF(content);
        return PyErr_NoMemory();
    }
    for (Py_ssize_t i = 0; i < self->length / self->itemsize; i++) {
        memcpy(PyBytes_AS_STRING(content) + i * self->itemsize, self->memory.start + exporter_offset(self, i),
            (size_t)self->itemsize);
    }
    int trampled = guarded_trampled(&self->memory);
    if (guarded_allow(&self->memory, before) != 0) {
        Py_DECREF(content);
        return PyErr_NoMemory();
    }
    self->memory.opened = opened;
    return Py_BuildValue("NO", content, trampled ? Py_True : Py_False); /* N: the reference goes into the tuple */
}

/* What was done: the flags of the requests, and how many were refused, granted, given back, given back too often. */
static PyObject *exporter_log(PyObject *object, PyObject *none)
{
    (void)none;
    exporter *self = (exporter *)object;
    Py_ssize_t noted = self->requested < MAX_REQUESTS ? self->requested : MAX_REQUESTS;
    PyObject *flags = PyList_New(noted);
    if (flags == NULL) {
        return NULL;
    }
    for (Py_ssize_t i = 0; i < noted; i++) {
        PyObject *number = PyLong_FromLong(self->requests[i]);
        if (number == NULL) {
            Py_DECREF(flags);
            return NULL;
        }
        PyList_SET_ITEM(flags, i, number); /* steals it */
    }
    return Py_BuildValue(
        "Nnnnnn", flags, self->requested, self->refused, self->acquired, self->released, self->surplus);
}

static PyMethodDef exporter_methods[] = {
    {"content", exporter_content, METH_NOARGS, NULL},
    {"log", exporter_log, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

PyTypeObject exporter_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "oldbuffer_consumer.Exporter",
    .tp_basicsize = sizeof(exporter),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = exporter_new,
    .tp_dealloc = exporter_dealloc,
    .tp_methods = exporter_methods,
    .tp_as_buffer = &exporter_buffer,
};
