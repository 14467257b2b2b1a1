#include "scripted.h"

#include <stdlib.h>
#include <string.h>

#include "runtime.h"

enum { RUBBISH = 0xA5 };

static bool has_quirk(const struct scripted *self, enum quirk quirk)
{
    return (self->plan.quirks & quirk) != 0;
}

/* Fails a request, with the quirks of failing. */
static int refuse(struct scripted *self, Py_buffer *view, int flags, PyObject *type, const char *message)
{
    record(self->place, TRAFFIC_REFUSED, flags);
    if (!has_quirk(self, FAILS_WITHOUT_EXCEPTION)) {
        PyErr_SetString(type, message);
    }
    if (has_quirk(self, RUBBISH_ON_FAILURE)) {
        memset(view, RUBBISH, sizeof(*view));
        /* No new reference, which is the point: releasing this view takes one that nobody gave. */
        view->obj = (PyObject *)self;
    } else {
        view->obj = NULL;
    }
    return has_quirk(self, FAILS_WITH_MINUS_TWO) ? -2 : -1;
}

static bool asks(int flags, int wanted)
{
    return (flags & wanted) == wanted;
}

/* Why the memory's layout is not one that the flags can tell the consumer; NULL: it is. */
static const char *layout_problem(const struct scripted *self, int flags)
{
    const struct layout *layout = &self->layout;
    if (has_quirk(self, IGNORES_LAYOUT) && !asks(flags, PyBUF_STRIDES)) {
        return NULL;
    }
    if (self->plan.geometry.indirect && !asks(flags, PyBUF_INDIRECT)) {
        return "the memory is indirect";
    }
    if (!layout->c_contiguous && !asks(flags, PyBUF_STRIDES)) {
        return "the memory is not C-contiguous";
    }
    if (asks(flags, PyBUF_C_CONTIGUOUS) && !layout->c_contiguous) {
        return "the memory is not C-contiguous";
    }
    if (asks(flags, PyBUF_F_CONTIGUOUS) && !layout->f_contiguous) {
        return "the memory is not Fortran contiguous";
    }
    if (asks(flags, PyBUF_ANY_CONTIGUOUS) && !layout->c_contiguous && !layout->f_contiguous) {
        return "the memory is not contiguous";
    }
    return NULL;
}

/* Makes room for one more token; false where there is no memory for it. */
static bool room_for_token(struct scripted *self)
{
    if (self->token_count < self->token_room) {
        return true;
    }
    size_t room = self->token_room == 0 ? 8 : 2 * self->token_room;
    uintptr_t *tokens = realloc(self->tokens, room * sizeof(*tokens));
    if (tokens == NULL) {
        return false;
    }
    self->tokens = tokens;
    self->token_room = room;
    return true;
}

static void fill_view(struct scripted *self, Py_buffer *view, int flags)
{
    const struct geometry *geometry = &self->plan.geometry;
    bool table = geometry->indirect && asks(flags, PyBUF_INDIRECT);
    int dimensions = geometry->dimensions;
    memset(view, 0, sizeof(*view));
    if (!self->plan.null_buffer) {
        view->buf = table ? (void *)self->rows : (void *)(self->memory + geometry->offset);
    }
    view->len = (Py_ssize_t)(has_quirk(self, LENGTH_IN_ITEMS) ? self->layout.items : self->layout.length);
    view->itemsize = geometry->itemsize;
    view->readonly = self->plan.readonly;
    view->ndim = dimensions;
    view->format = asks(flags, PyBUF_FORMAT) && geometry->has_format ? self->plan.geometry.format : NULL;
    view->shape = asks(flags, PyBUF_ND) && dimensions > 0 ? self->shape : NULL;
    if (asks(flags, PyBUF_STRIDES) && dimensions > 0) {
        view->strides = table ? self->table_strides : self->layout.strides;
    }
    view->suboffsets = table ? self->suboffsets : NULL;
}

/* A token that no other exporter of the scenario gives out, so that a release through the wrong owner shows. */
static uintptr_t next_token(const struct scripted *self)
{
    uintptr_t serial = (self->last_token & UINT32_MAX) + 1;
    uintptr_t owner = (uintptr_t)self->place.object << 8 | self->place.depth;
    return (owner + 1) << 32 | serial;
}

/* Grants a request: the view names its owner, and a token by which its release is known. */
static int grant(struct scripted *self, Py_buffer *view, int flags)
{
    bool owned = self->plan.owner == OWNER_SELF;
    bool tracked = owned && self->plan.releases;
    if (tracked && !room_for_token(self)) {
        return refuse(self, view, flags, PyExc_MemoryError, "no memory for another view");
    }
    fill_view(self, view, flags);
    if (tracked) {
        self->last_token = next_token(self);
        self->tokens[self->token_count++] = self->last_token;
        view->internal = (void *)self->last_token;
    }
    if (owned) {
        Py_INCREF(self);
        view->obj = (PyObject *)self; /* the view's own reference */
    }
    record(self->place, TRAFFIC_ACQUIRED, flags);
    return 0;
}

/* Passes a request on; the view comes back with the target as its owner. */
static int redirect(struct scripted *self, Py_buffer *view, int flags)
{
    int code = PyObject_GetBuffer(self->target, view, flags);
    record(self->place, code < 0 ? TRAFFIC_REFUSED : TRAFFIC_ACQUIRED, flags);
    return code;
}

static int answer(struct scripted *self, Py_buffer *view, int flags)
{
    const struct scripted_plan *plan = &self->plan;
    bool writable = asks(flags, PyBUF_WRITABLE);
    if (self->memory == NULL) {
        return refuse(self, view, flags, PyExc_BufferError, "the scenario of this object is over");
    }
    if (plan->refusal == REFUSES_EVERYTHING || (plan->refusal == REFUSES_WRITABLE && writable)) {
        return refuse(self, view, flags, runtime()->exceptions[plan->exception], "refused");
    }
    if (plan->owner == OWNER_OTHER) {
        return redirect(self, view, flags);
    }
    if (writable && plan->readonly && !has_quirk(self, GRANTS_WRITABLE)) {
        return refuse(self, view, flags, PyExc_BufferError, "the memory is read-only");
    }
    const char *problem = layout_problem(self, flags);
    if (problem != NULL) {
        return refuse(self, view, flags, PyExc_BufferError, problem);
    }
    return grant(self, view, flags);
}

int scripted_getbuffer(PyObject *exporter, Py_buffer *view, int flags)
{
    struct scripted *self = (struct scripted *)exporter;
    if (view == NULL) {
        PyErr_SetString(PyExc_BufferError, "there is no view to fill");
        return -1;
    }
    int code = answer(self, view, flags);
    if (code != 0) {
        return code;
    }
    if (has_quirk(self, SUCCEEDS_WITH_EXCEPTION)) {
        PyErr_SetString(PyExc_RuntimeError, "set although the request was granted");
    }
    return has_quirk(self, SUCCEEDS_WITH_ONE) ? 1 : 0;
}

/* Overwrites the view, which nobody may read any more; but for obj, which PyBuffer_Release gives back and clears. */
static void wipe(Py_buffer *view)
{
    PyObject *owner = view->obj; /* the view's own reference, as before */
    memset(view, RUBBISH, sizeof(*view));
    view->obj = owner;
}

void scripted_releasebuffer(PyObject *exporter, Py_buffer *view)
{
    struct scripted *self = (struct scripted *)exporter;
    uintptr_t token = (uintptr_t)view->internal;
    if (has_quirk(self, WIPES_VIEW_ON_RELEASE)) {
        wipe(view);
    }
    for (size_t i = 0; i < self->token_count; i++) {
        if (self->tokens[i] == token) {
            self->tokens[i] = self->tokens[--self->token_count];
            record(self->place, TRAFFIC_RELEASED, 0);
            return;
        }
    }
    record(self->place, TRAFFIC_RELEASED_UNKNOWN, 0);
}
