#include "scripted.h"

#include <stdlib.h>
#include <string.h>

#include "runtime.h"
#include "sparse.h"

enum { GUARD_BYTE = 0xA5 };

/* The first of all exporters of the scenario. The GIL guards the list. */
static struct scripted *first;

static void enlist(struct scripted *self)
{
    self->next = first;
    self->link = &first;
    if (first != NULL) {
        first->link = &self->next;
    }
    first = self;
}

static void delist(struct scripted *self)
{
    if (self->link == NULL) {
        return;
    }
    *self->link = self->next;
    if (self->next != NULL) {
        self->next->link = self->link;
    }
    self->link = NULL;
}

static void free_memory(struct scripted *self)
{
    if (self->sparse) {
        sparse_give_back(self->memory, self->size);
    } else {
        free(self->memory == NULL ? NULL : self->memory - GUARD);
    }
    free(self->rows);
    self->memory = NULL;
    self->sparse = false;
    self->rows = NULL;
}

void scripted_end_scenario(void)
{
    while (first != NULL) {
        struct scripted *left = first;
        delist(left);
        free_memory(left);
    }
}

static void scripted_dealloc(PyObject *object)
{
    struct scripted *self = (struct scripted *)object;
    delist(self);
    free_memory(self);
    free(self->tokens);
    Py_XDECREF(self->target);
    PyObject_Free(object);
}

static PyBufferProcs buffer_with_release = {scripted_getbuffer, scripted_releasebuffer};
static PyBufferProcs buffer_without_release = {scripted_getbuffer, NULL};

static PyTypeObject type_with_release = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "oldbuffer.Scripted",
    .tp_basicsize = sizeof(struct scripted),
    .tp_dealloc = scripted_dealloc,
    .tp_as_buffer = &buffer_with_release,
    .tp_flags = Py_TPFLAGS_DEFAULT,
};

static PyTypeObject type_without_release = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "oldbuffer.ScriptedWithoutRelease",
    .tp_basicsize = sizeof(struct scripted),
    .tp_dealloc = scripted_dealloc,
    .tp_as_buffer = &buffer_without_release,
    .tp_flags = Py_TPFLAGS_DEFAULT,
};

int scripted_start(void)
{
    return PyType_Ready(&type_with_release) < 0 || PyType_Ready(&type_without_release) < 0 ? -1 : 0;
}

bool scripted_check(PyObject *object)
{
    return Py_TYPE(object) == &type_with_release || Py_TYPE(object) == &type_without_release;
}

bool scripted_truth(PyObject *object, struct truth *truth)
{
    const struct scripted *self = (const struct scripted *)object;
    if (self->plan.owner == OWNER_OTHER) {
        return false;
    }
    truth->known = true;
    truth->readonly = false; /* As far as the machine is concerned. */
    truth->origin = self->memory + self->plan.geometry.offset;
    truth->low = self->memory;
    truth->high = self->memory + self->size;
    truth->front = self->sparse ? 0 : GUARD;
    truth->guard = GUARD;
    return true;
}

/* Small memory is allocated; large memory is sparse, so that pages nobody touches cost nothing. */
static bool allocate(struct scripted *self, int64_t size)
{
    self->sparse = size > SPARSE_ABOVE;
    uint8_t *block = self->sparse ? sparse_take(size) : malloc((size_t)size + 2 * GUARD);
    if (block == NULL) {
        self->sparse = false;
        return false;
    }
    self->memory = block;
    if (!self->sparse) {
        memset(block, GUARD_BYTE, GUARD);
        self->memory += GUARD;
    }
    self->size = size;
    memset(self->memory + size, GUARD_BYTE, GUARD);
    return true;
}

/* The table of pointers to rows, and the strides and suboffsets that go with it. */
static bool build_rows(struct scripted *self)
{
    const struct geometry *geometry = &self->plan.geometry;
    if (!geometry->indirect) {
        return true;
    }
    size_t count = (size_t)geometry->shape[0];
    self->rows = malloc((count == 0 ? 1 : count) * sizeof(void *));
    if (self->rows == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        ptrdiff_t offset = self->layout.items == 0 ? 0 : (ptrdiff_t)i * self->layout.strides[0];
        self->rows[i] = self->memory + geometry->offset + offset;
    }
    for (int i = 0; i < geometry->dimensions; i++) {
        self->table_strides[i] = i == 0 ? (Py_ssize_t)sizeof(void *) : self->layout.strides[i];
        self->suboffsets[i] = i == 0 ? 0 : -1;
    }
    return true;
}

PyObject *scripted_new(
    const struct exporter *exporter, struct place place, PyObject *target, const char **senseless)
{
    const struct scripted_plan *plan = &exporter->as.scripted;
    struct layout layout;
    *senseless = layout_of(&plan->geometry, exporter->length, &layout);
    if (*senseless != NULL) {
        return NULL;
    }
    struct scripted *self =
        PyObject_New(struct scripted, plan->releases ? &type_with_release : &type_without_release);
    if (self == NULL) {
        return NULL;
    }
    memset((char *)self + sizeof(PyObject), 0, sizeof(*self) - sizeof(PyObject));
    self->place = place;
    self->plan = *plan;
    self->layout = layout;
    for (int i = 0; i < plan->geometry.dimensions; i++) {
        self->shape[i] = (Py_ssize_t)plan->geometry.shape[i];
    }
    Py_XINCREF(target);
    self->target = target;
    enlist(self);
    if (!allocate(self, exporter->length) || !build_rows(self)) {
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    fill_pattern(self->memory, self->size, exporter->seed);
    return (PyObject *)self;
}
