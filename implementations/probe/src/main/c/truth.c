#include "object.h"

#include "scripted.h"

/* The first and the last byte of memory that strides reach, from the first item on. */
static void measure(const Py_buffer *view, struct truth *truth)
{
    Py_ssize_t low = 0;
    Py_ssize_t high = view->len;
    if (view->len != 0 && view->shape != NULL && view->strides != NULL) {
        high = view->itemsize;
        for (int i = 0; i < view->ndim; i++) {
            Py_ssize_t reach = (view->shape[i] - 1) * view->strides[i];
            low += reach < 0 ? reach : 0;
            high += reach < 0 ? 0 : reach;
        }
    }
    truth->low = truth->origin + low;
    truth->high = truth->origin + high;
}

static bool is_indirect(const Py_buffer *view)
{
    for (int i = 0; view->suboffsets != NULL && i < view->ndim; i++) {
        if (view->suboffsets[i] >= 0) {
            return true;
        }
    }
    return false;
}

/* Asks the object for all of its memory; the answer is released at once. */
static struct truth ask(const struct object *object, PyObject *level)
{
    struct truth truth = {false, false, NULL, NULL, NULL, 0};
    Py_buffer view;
    if (PyObject_GetBuffer(level, &view, PyBUF_FULL_RO) != 0) {
        PyErr_Clear();
        return truth;
    }
    PyErr_Clear();
    PyObject *innermost = object->level[object->levels - 1];
    if (is_indirect(&view)) {
        /* The view starts at a table of pointers. Only our own exporter has such memory. */
        if (scripted_check(innermost)) {
            scripted_truth(innermost, &truth);
        }
    } else if (view.buf != NULL) {
        truth.known = true;
        truth.readonly = view.readonly != 0;
        truth.origin = view.buf;
        measure(&view, &truth);
    }
    PyBuffer_Release(&view);
    return truth;
}

struct truth truth_of(const struct object *object, int level)
{
    struct truth truth = {false, false, NULL, NULL, NULL, 0};
    for (int i = level; i < object->levels; i++) {
        PyObject *here = object->level[i];
        if (!scripted_check(here)) {
            return PyObject_CheckBuffer(here) ? ask(object, here) : truth;
        }
        if (scripted_truth(here, &truth)) {
            return truth;
        }
    }
    return truth;
}

void find_truth(struct object *object)
{
    object->truth = truth_of(object, 0);
}
