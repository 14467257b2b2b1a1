#include "make_of_c.h"

#include <stdlib.h>
#include <string.h>

/* Memory that no object owns: it lives until its scenario ends. */
struct owned {
    struct owned *next;
    char bytes[];
};

static struct owned *first;

/* A copy of what a bytes holds; NULL with an exception set where there is no memory left. */
static char *copy_of(const char *bytes, Py_ssize_t length)
{
    struct owned *copy = malloc(sizeof(struct owned) + (size_t)length + 1);
    if (copy == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    memcpy(copy->bytes, bytes, (size_t)length);
    copy->next = first;
    first = copy;
    return copy->bytes;
}

void of_c_end_scenario(void)
{
    while (first != NULL) {
        struct owned *next = first->next;
        free(first);
        first = next;
    }
}

static PyObject *from_memory(PyObject *self, PyObject *arguments)
{
    (void)self;
    const char *bytes;
    Py_ssize_t length;
    int writable;
    if (!PyArg_ParseTuple(arguments, "y#i", &bytes, &length, &writable)) {
        return NULL;
    }
    char *memory = copy_of(bytes, length);
    return memory == NULL ? NULL : PyMemoryView_FromMemory(memory, length, writable ? PyBUF_WRITE : PyBUF_READ);
}

static PyObject *from_buffer(PyObject *self, PyObject *arguments)
{
    (void)self;
    const char *bytes;
    Py_ssize_t length;
    int readonly;
    if (!PyArg_ParseTuple(arguments, "y#i", &bytes, &length, &readonly)) {
        return NULL;
    }
    Py_buffer view;
    char *memory = copy_of(bytes, length);
    if (memory == NULL || PyBuffer_FillInfo(&view, NULL, memory, length, readonly, PyBUF_FULL_RO) != 0) {
        return NULL;
    }
    return PyMemoryView_FromBuffer(&view);
}

static PyObject *contiguous(PyObject *self, PyObject *arguments)
{
    (void)self;
    PyObject *scattered; /* borrowed */
    if (!PyArg_ParseTuple(arguments, "O", &scattered)) {
        return NULL;
    }
    return PyMemoryView_GetContiguous(scattered, PyBUF_READ, 'C');
}

PyMethodDef makers_of_c[] = {
    {"from_memory", from_memory, METH_VARARGS, NULL},
    {"from_buffer", from_buffer, METH_VARARGS, NULL},
    {"contiguous", contiguous, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
