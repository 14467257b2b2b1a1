/* What the test modules have in common: how their functions begin, and what these do with memory. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <string.h>

/* The word in the comment in front of one says what is expected of the function, the name in brackets. */
#define FUNCTION(name) static PyObject *name(PyObject *self, PyObject *args)
#define FAST(name) static PyObject *name(PyObject *self, PyObject *const *args, Py_ssize_t count)
#define KEYWORDS(name) static PyObject *name(PyObject *self, PyObject *args, PyObject *kw)
#define TYPE(name) static PyType_Spec name

static unsigned long sum(const void *memory, Py_ssize_t length)
{
    const unsigned char *bytes = memory;
    unsigned long total = 0;
    for (Py_ssize_t i = 0; i < length; i++) {
        total = total * 31 + bytes[i];
    }
    return total & 0xffffffff;
}
