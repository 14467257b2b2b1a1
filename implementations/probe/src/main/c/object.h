/* The objects of a scenario, each with the objects inside it. */
#ifndef OLDBUFFER_OBJECT_H
#define OLDBUFFER_OBJECT_H

#include "python_api.h"

#include "exporter.h"
#include "memory.h"
#include "recorder.h"
#include "scenario.h"

#define MOST_TOLD 1536 /* bytes: a format, 64 extents and strides, a sample */

/* What a function last returned with code 0. */
struct returned {
    bool known;
    const void *pointer;
    int64_t length;
};

struct object {
    uint8_t tag;  /* enum exporter_tag of the outermost */
    uint8_t slot; /* the scenario's number */
    int levels;
    int itemsize; /* of an array, otherwise 1 */
    PyObject *level[MAX_NESTING]; /* owned, several references each: see keep_object */
    PyObject *stream; /* owned: what its buffer is of; NULL where it is no buffer of a stream, or C has not seen it */
    uint8_t base;     /* the number of the object whose memory it shares; its own where it shares none */
    struct truth truth;
    struct truth whole; /* of all memory that the object stands on; not known where it cannot be told */
    struct returned returned[FUNCTIONS];
    bool doubtful; /* sliced while its base may have gone: its memory is read with care, whatever it says */
    bool unseen;   /* Python code made it and keeps it: no level of it is there, and nothing is known of its memory */
    bool released; /* Python code released or closed it: what a runtime may still tell of its memory is not believed */
    bool pristine; /* nothing has changed its memory since Python code made it */
    uint8_t seed;  /* of what Python code made */
    int64_t bytes; /* of the innermost object that Python code made; -1 where they are not known */
    uint8_t told[MOST_TOLD]; /* what Python says of what an expression gave, as the event tells it */
    size_t told_length;
};

/* How making an object went. */
struct made {
    const char *unsupported; /* what the runtime lacks, or NULL */
    const char *senseless;   /* why there can be no such object, or NULL */
    bool raised;             /* an exception is set */
    PyObject *stream;        /* of a buffer: a new reference, or NULL */
};

/*
 * Makes an object with all that is inside it, and finds its memory, unless Python code is to make it. It is there if made
 * is all NULL and false, but for a stream, which the object owns.
 */
struct made make_object(const struct exporter_chain *chain, uint8_t slot, bool in_python, struct object *object);

/* Makes an object over the memory of another, which stays where it is. */
struct made share_object(struct object *base, uint8_t way, int64_t start, uint8_t slot, struct object *object);

/* Takes the references to all levels that the scenario keeps beside the first. */
void keep_object(struct object *object);

/* Gives up every reference of the scenario to the object and to what is inside it. Exceptions stay as they are. */
void drop_object(struct object *object);

/* Finds the object's memory, and what it stands on, anew, by other means than the four functions. */
void find_truth(struct object *object);

/* The same for the object at a level: 0 is the outermost. */
struct truth truth_of(const struct object *object, int level);

/* Forgets pointers that the functions returned. */
void forget_pointers(struct object *object);

/* Whether an object's reference count says who holds it. */
bool reference_counts(PyObject *object);

/* Whether the count of what is at a level says who holds it, which hangs on all that is outside it, too. */
bool level_counts(const struct object *object, int level);

/* The reference count as the runtime tells it, and how it changed since; 0 where reference_counts is false. */
Py_ssize_t reference_count(PyObject *object);
Py_ssize_t reference_change(PyObject *object, Py_ssize_t before);

/*
 * Makers of single objects. Each returns a new reference; or NULL with an exception set, or with unsupported or
 * senseless telling why not.
 */
PyObject *make_bytes(const struct exporter *exporter);
PyObject *make_bytearray(const struct exporter *exporter);
PyObject *make_non_buffer(const struct exporter *exporter);
PyObject *make_array(const struct exporter *exporter, struct made *made);
PyObject *make_mmap(const struct exporter *exporter, struct made *made);
PyObject *make_ctypes(const struct exporter *exporter, struct made *made);
PyObject *make_library(const struct exporter *exporter, struct made *made);
PyObject *make_memoryview(const struct exporter *exporter, PyObject *base, struct made *made);
PyObject *make_python_class(
    const struct exporter *exporter, struct place place, PyObject *base, struct made *made);

#endif
