/*
 * The type Exporter: an object whose memory tells. Its views follow the rules of the buffer protocol; what is done with
 * them is noted.
 */
#ifndef OLDBUFFER_EXPORTER_H
#define OLDBUFFER_EXPORTER_H

#define PY_SSIZE_T_CLEAN /* lengths of formats with # are Py_ssize_t */
#include "Python.h"

#include "guarded.h"

#include <signal.h>

enum layout { LAYOUT_CONTIGUOUS, LAYOUT_STRIDED, LAYOUT_REVERSED, LAYOUT_FORTRAN, LAYOUT_INDIRECT };

#define MAX_REQUESTS 64 /* flags that are noted; more requests are only counted */

typedef struct exporter {
    PyObject_HEAD
    struct guarded memory;
    struct guarded pointers; /* of indirect memory: one for each row */
    enum layout layout;
    int readonly;
    int null; /* the memory of no bytes is at NULL */
    int ownerless; /* views name no owner, so that releasing them does nothing */
    int wipe; /* the view is wiped when it is released */
    Py_ssize_t length; /* bytes that the views speak of */
    Py_ssize_t itemsize;
    char format[8];
    int ndim;
    Py_ssize_t shape[2];
    Py_ssize_t strides[2];
    Py_ssize_t suboffsets[2];
    PyObject *owner; /* whose views are given instead; NULL for its own */
    PyObject *error; /* the exception type of every request; NULL where they succeed */
    int requests[MAX_REQUESTS];
    Py_ssize_t requested;
    Py_ssize_t refused;
    Py_ssize_t acquired;
    Py_ssize_t released;
    Py_ssize_t surplus; /* releases of what is not held */
} exporter;

extern PyTypeObject exporter_type;

/* Whether an exporter was asked for its memory since the latest one was made; for signal handlers. */
extern volatile sig_atomic_t exporter_asked;

/* What goes into tp_as_buffer. */
extern PyBufferProcs exporter_buffer;

/* The offset of an item from the first byte of the memory. */
size_t exporter_offset(const exporter *self, Py_ssize_t item);

#endif
