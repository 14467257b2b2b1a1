#include "exporter.h"

#include <string.h>

volatile sig_atomic_t exporter_asked;

static int asks(int flags, int wanted)
{
    return (flags & wanted) == wanted;
}

/* Why a lawful exporter refuses a request, or NULL. */
static const char *objection(const exporter *self, int flags)
{
    if (asks(flags, PyBUF_WRITABLE) && self->readonly) {
        return "the memory is read-only";
    }
    if (self->layout == LAYOUT_CONTIGUOUS) {
        return asks(flags, PyBUF_F_CONTIGUOUS) && !asks(flags, PyBUF_ANY_CONTIGUOUS) && self->ndim > 1
            ? "the memory is not Fortran-contiguous"
            : NULL;
    }
    if (self->layout == LAYOUT_FORTRAN && (asks(flags, PyBUF_F_CONTIGUOUS) || asks(flags, PyBUF_ANY_CONTIGUOUS))) {
        return NULL;
    }
    if (asks(flags, PyBUF_C_CONTIGUOUS) || asks(flags, PyBUF_F_CONTIGUOUS) || asks(flags, PyBUF_ANY_CONTIGUOUS)) {
        return "the memory is not contiguous";
    }
    if (self->layout == LAYOUT_INDIRECT) {
        return asks(flags, PyBUF_INDIRECT) ? NULL : "the memory is indirect";
    }
    return asks(flags, PyBUF_STRIDES) ? NULL : "the memory is strided";
}

static void *first_item(exporter *self)
{
    if (self->null) {
        return NULL;
    }
    return self->layout == LAYOUT_INDIRECT ? self->pointers.start : self->memory.start + exporter_offset(self, 0);
}

static int allow(exporter *self, enum access access)
{
    if (guarded_allow(&self->memory, access) != 0
        || guarded_allow(&self->pointers, access == ACCESS_WRITE ? ACCESS_READ : access) != 0) {
        PyErr_SetString(PyExc_MemoryError, "the pages cannot be protected");
        return -1;
    }
    return 0;
}

static int get_buffer(PyObject *object, Py_buffer *view, int flags)
{
    exporter *self = (exporter *)object;
    exporter_asked = 1;
    if (self->requested < MAX_REQUESTS) {
        self->requests[self->requested] = flags;
    }
    self->requested++;
    view->obj = NULL;
    if (self->error != NULL) {
        self->refused++;
        PyErr_SetString(self->error, "this object refuses every request");
        return -1;
    }
    if (self->owner != NULL) {
        /* view->obj is the owner, whose views they are */
        return PyObject_GetBuffer(self->owner, view, flags);
    }
    const char *why = objection(self, flags);
    if (why != NULL) {
        self->refused++;
        PyErr_SetString(PyExc_BufferError, why);
        return -1;
    }
    if (allow(self, self->readonly ? ACCESS_READ : ACCESS_WRITE) != 0) {
        return -1;
    }
    view->buf = first_item(self);
    view->len = self->length;
    view->readonly = self->readonly;
    view->itemsize = self->itemsize;
    view->format = asks(flags, PyBUF_FORMAT) ? self->format : NULL;
    view->ndim = asks(flags, PyBUF_ND) ? self->ndim : 1;
    view->shape = asks(flags, PyBUF_ND) ? self->shape : NULL;
    view->strides = asks(flags, PyBUF_STRIDES) ? self->strides : NULL;
    view->suboffsets = self->layout == LAYOUT_INDIRECT ? self->suboffsets : NULL;
    view->internal = NULL;
    if (self->ownerless) {
        return 0; /* view->obj stays NULL: no release will be heard of */
    }
    Py_INCREF(object); /* the view's */
    view->obj = object;
    self->acquired++;
    return 0;
}

static void release_buffer(PyObject *object, Py_buffer *view)
{
    exporter *self = (exporter *)object;
    if (self->released >= self->acquired) {
        self->surplus++;
        return;
    }
    self->released++;
    if (self->released == self->acquired) {
        /* a failure leaves the memory readable, and something unnoticed */
        (void)guarded_allow(&self->memory, ACCESS_NONE);
        (void)guarded_allow(&self->pointers, ACCESS_NONE);
    }
    if (self->wipe) {
        PyObject *owner = view->obj; /* PyBuffer_Release needs it to give its reference back */
        memset(view, 0, sizeof(*view));
        view->obj = owner;
    }
}

PyBufferProcs exporter_buffer = {get_buffer, release_buffer};
