/* The scripted exporter: a type of our own, whose getbuffer does what the scenario says. */
#ifndef OLDBUFFER_SCRIPTED_H
#define OLDBUFFER_SCRIPTED_H

#include "python_api.h"

#include "layout.h"
#include "memory.h"
#include "recorder.h"

struct scripted {
    PyObject_HEAD
    struct place place;
    struct scripted_plan plan;
    struct layout layout;
    Py_ssize_t shape[MAX_DIMENSIONS];
    Py_ssize_t table_strides[MAX_DIMENSIONS]; /* of indirect memory: the first dimension steps through the table */
    Py_ssize_t suboffsets[MAX_DIMENSIONS];
    uint8_t *memory;   /* owned; NULL once the scenario is over */
    int64_t size;      /* bytes of memory, without the guard */
    bool sparse;       /* whether the memory is of the sparse sort, or was allocated */
    void **rows;       /* owned; NULL unless indirect */
    PyObject *target;  /* owned; NULL unless the owner is OTHER */
    uintptr_t *tokens; /* owned: the views granted and not yet released, as view.internal names them */
    size_t token_count;
    size_t token_room;
    uintptr_t last_token;
    struct scripted *next;  /* in the list of all there are */
    struct scripted **link; /* what points to this one there; NULL: it is in no list any more */
};

/* Readies the types. 0, or -1 with a Python exception set. */
int scripted_start(void);

/*
 * A new scripted exporter; takes a new reference to target, which may be NULL. NULL with an exception set, or with
 * senseless telling why there can be no such object.
 */
PyObject *scripted_new(
    const struct exporter *exporter, struct place place, PyObject *target, const char **senseless);

bool scripted_check(PyObject *object);

/*
 * Ends the scenario for exporters that somebody else still refers to: a function that keeps a reference keeps the object,
 * but not its memory, or a thousand scenarios later there would be no more address space. They grant nothing any more.
 */
void scripted_end_scenario(void);

/* The memory of a scripted exporter that has its own; false where it redirects to a target. */
bool scripted_truth(PyObject *object, struct truth *truth);

/* Slots of the types. */
int scripted_getbuffer(PyObject *exporter, Py_buffer *view, int flags);
void scripted_releasebuffer(PyObject *exporter, Py_buffer *view);

#endif
