#include "object.h"

#include "scripted.h"

/* How far a view reaches: from low to high, in bytes from its first item on. */
struct reach {
    Py_ssize_t low;
    Py_ssize_t high;
};

/* A length below zero, as GraalPy tells of an mmap beyond 2 GiB, says where memory begins and no more. */
static struct reach measure(const Py_buffer *view)
{
    struct reach reach = {0, view->len > 0 ? view->len : 0};
    if (view->len > 0 && view->shape != NULL && view->strides != NULL) {
        reach.high = view->itemsize;
        for (int i = 0; i < view->ndim; i++) {
            Py_ssize_t far = (view->shape[i] - 1) * view->strides[i];
            reach.low += far < 0 ? far : 0;
            reach.high += far < 0 ? 0 : far;
        }
    }
    return reach;
}

/*
 * Whether the memory that a view claims may be touched. Our own exporter may hand out NULL with any length, and a slice
 * of that starts anywhere: behind it, only its own memory is believed.
 */
static bool believable(const Py_buffer *view, struct reach reach, PyObject *innermost)
{
    struct truth own;
    if (reach.low == reach.high || !scripted_check(innermost) || !scripted_truth(innermost, &own)) {
        return true;
    }
    const void *low = (const void *)((uintptr_t)view->buf + (uintptr_t)reach.low);
    return truth_holds(&own, low, (uint64_t)(reach.high - reach.low));
}

/* What a view tells of memory that is one piece, if it can be believed. */
static void take_claim(const Py_buffer *view, PyObject *innermost, struct truth *truth)
{
    struct reach reach = measure(view);
    if (view->buf == NULL || !believable(view, reach, innermost)) {
        return;
    }
    truth->known = true;
    truth->readonly = view->readonly != 0;
    truth->origin = view->buf;
    truth->low = truth->origin + reach.low;
    truth->high = truth->origin + reach.high;
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

/*
 * Whether the memory of a view is there when the view is not. PyPy hands out copies of what it does not keep in C memory;
 * each request gets its own, and the release frees it.
 */
static bool lasts(PyObject *level, const Py_buffer *view)
{
#ifdef PYPY_VERSION
    Py_buffer again;
    if (PyObject_GetBuffer(level, &again, PyBUF_FULL_RO) != 0) {
        PyErr_Clear();
        return false;
    }
    bool same = again.buf == view->buf;
    PyBuffer_Release(&again);
    return same;
#else
    (void)level;
    (void)view;
    return true;
#endif
}

/* Asks the object for all of its memory; the answer is released at once. */
static struct truth ask(const struct object *object, PyObject *level)
{
    struct truth truth = {false, false, NULL, NULL, NULL, 0, 0};
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
    } else if (lasts(level, &view)) {
        take_claim(&view, innermost, &truth);
    }
    PyBuffer_Release(&view);
    return truth;
}

struct truth truth_of(const struct object *object, int level)
{
    struct truth truth = {false, false, NULL, NULL, NULL, 0, 0};
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

/* All that the object stands on: the innermost object's memory, where it is around the object's own. */
static struct truth whole_of(const struct object *object)
{
    struct truth whole = object->truth;
    if (object->levels > 1 && whole.known) {
        whole = truth_of(object, object->levels - 1);
        uint64_t length = (uint64_t)(object->truth.high - object->truth.low);
        whole.known = truth_holds(&whole, object->truth.low, length);
    }
    return whole;
}

void find_truth(struct object *object)
{
    object->truth = truth_of(object, 0);
    object->truth.known &= !object->doubtful;
    object->whole = whole_of(object);
}
