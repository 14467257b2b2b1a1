/* Requests for an object's memory, and all that an exporter answers them with. */
#ifndef OLDBUFFER_REQUEST_H
#define OLDBUFFER_REQUEST_H

#include "Python.h"

/* offers(object): whether its type answers requests at all */
PyObject *offers(PyObject *self, PyObject *object);

/* request(object, flags, keep): what PyObject_GetBuffer gave; the view is released, or kept for let_go() */
PyObject *request(PyObject *self, PyObject *args);

PyObject *let_go(PyObject *self, PyObject *none);

#endif
