/* The four functions under test, which a port may replace. */
#ifndef OLDBUFFER_FUNCTIONS_H
#define OLDBUFFER_FUNCTIONS_H

#include "python_api.h"

#include <stddef.h>

#include "scenario.h"

/* Looks the interpreter's own functions up by name; one that it lacks is simply not there. */
void functions_start(void);

/* The name in the C API of a function, as in Function.java. */
const char *function_name(enum function function);

/* Whether there is such a function. */
bool function_exists(enum function function);

/* What a call gives back through pointers; both keep their values where the function writes nothing. */
struct outputs {
    const void *pointer;
    Py_ssize_t length;
};

/* Calls a function on an object or NULL; nulls (enum argument) tells which outputs it gets as NULL. */
int call_function(enum function function, PyObject *object, unsigned nulls, struct outputs *outputs);

#endif
