/*
 * Calls that Python code makes on objects of its own, which several threads may share; and how much memory is in use.
 */
#ifndef OLDBUFFER_SHARED_H
#define OLDBUFFER_SHARED_H

#include "python_api.h"

/*
 * call(function, object) -> (code, right, length, exception or None)
 *
 * Calls one of the four functions, by its number in Function. Right is whether what it gave is what PyObject_GetBuffer
 * gives at that moment, with no other thread in between; None where it gave nothing.
 */
PyObject *call_of_python(PyObject *module, PyObject *arguments);

/* allocated() -> bytes that malloc has handed out in this process, or -1 where nobody tells */
PyObject *allocated(PyObject *module, PyObject *ignored);

/* make_yielding(length) -> an object with memory whose getbuffer lets other threads run */
PyObject *make_yielding(PyObject *module, PyObject *argument);

/* yielding_views(object) -> how many views of it are held */
PyObject *yielding_views(PyObject *module, PyObject *argument);

/* Prepares the type of make_yielding. 0, or -1 with an exception set. */
int shared_start(void);

#endif
