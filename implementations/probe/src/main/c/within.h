/* Code of the scenario's own that runs inside a step: in __buffer__, in __release_buffer__ and in __index__. */
#ifndef OLDBUFFER_WITHIN_H
#define OLDBUFFER_WITHIN_H

#include "run.h"

/* The step under way, for the code that Python calls: NULL between steps. */
void within_step(struct run *run);

/* Lays down what runs inside a later step; an event. */
void step_within(struct run *run);

/* For Python: act(place, moment, view). Does what is to be done at this moment, once; what it raises is swallowed. */
PyObject *act_for_python(PyObject *self, PyObject *arguments);

#endif
