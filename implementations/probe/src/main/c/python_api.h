/* Python's C API, included the same way everywhere, before any system header as Python asks. */
#ifndef OLDBUFFER_PYTHON_API_H
#define OLDBUFFER_PYTHON_API_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#endif
