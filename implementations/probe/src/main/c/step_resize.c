#include "run.h"

#include <string.h>

#include "born.h"
#include "kind.h"
#include "runtime.h"

/* Adds zeros at the end by a method that takes bytes. */
static void grow(PyObject *object, const char *method, Py_ssize_t bytes)
{
    PyObject *zeros = PyBytes_FromStringAndSize(NULL, bytes);
    if (zeros == NULL) {
        return;
    }
    memset(PyBytes_AS_STRING(zeros), 0, (size_t)bytes);
    PyObject *none = PyObject_CallMethod(object, method, "O", zeros);
    Py_XDECREF(none);
    Py_DECREF(zeros);
}

/* del object[items:] */
static void shrink(PyObject *object, Py_ssize_t items, Py_ssize_t length)
{
    PyObject *start = PyLong_FromSsize_t(items);
    PyObject *stop = PyLong_FromSsize_t(length);
    PyObject *range = start == NULL || stop == NULL ? NULL : PySlice_New(start, stop, NULL);
    if (range != NULL && PyObject_DelItem(object, range) != 0) {
        require_exception();
    }
    Py_XDECREF(range);
    Py_XDECREF(start);
    Py_XDECREF(stop);
}

/* Resizes; what that raises is set afterwards. */
static void resize_seen(const struct object *object, int64_t bytes, uint8_t way)
{
    PyObject *target = object->level[0];
    if (way != WAY_ANY || object->tag == EXPORTER_LIBRARY) {
        PyObject *stream = object->stream == NULL ? Py_None : object->stream;
        Py_XDECREF(PyObject_CallFunction(runtime()->resize, "OOLi", target, stream, (long long)bytes, (int)way));
        return;
    }
    if (object->tag == EXPORTER_CTYPES) {
        Py_XDECREF(PyObject_CallFunction(runtime()->resize_ctypes, "OL", target, (long long)bytes));
        return;
    }
    Py_ssize_t items = (Py_ssize_t)(bytes / object->itemsize);
    Py_ssize_t length = PyObject_Size(target);
    if (length < 0) {
        return;
    }
    if (items < length) {
        shrink(target, items, length);
    } else if (items > length) {
        const char *method = object->tag == EXPORTER_ARRAY ? "frombytes" : "extend";
        grow(target, method, (items - length) * object->itemsize);
    }
}

/* Why the object cannot be resized to so many bytes; NULL: it may be tried. */
static const char *resize_problem(const struct object *object, int64_t bytes, uint8_t way)
{
    if (object == NULL) {
        return "no such object";
    }
    bool items = object->tag == EXPORTER_BYTEARRAY || object->tag == EXPORTER_ARRAY;
    bool whole = items || object->tag == EXPORTER_CTYPES || object->tag == EXPORTER_LIBRARY;
    if (!(way == WAY_ANY ? whole : way >= WAY_WRITE ? of_stream(object->tag) : items)) {
        return "the object cannot be resized";
    }
    if (bytes % object->itemsize != 0) {
        return "the length is not a whole number of items";
    }
    return bytes > SPARSE_ABOVE ? "the length is more than 65536 bytes" : NULL;
}

/* The memory of an object moved or went, and with it that of all who stand on it; a stream outlives its buffers. */
static void forget_sharers(struct run *run, const struct object *moved)
{
    if (of_stream(moved->tag)) {
        return;
    }
    for (uint64_t left = run->objects_there; left != 0; left &= left - 1) {
        struct object *other = &run->objects[__builtin_ctzll(left)];
        if (other->base == moved->slot && other != moved) {
            other->truth.known = false;
            other->whole.known = false;
            forget_pointers(other);
        }
    }
}

void attempt_resize(struct object *object, int64_t bytes, uint8_t way)
{
    if (resize_problem(object, bytes, way) != NULL) {
        PyErr_SetString(PyExc_TypeError, "the object cannot be resized so");
    } else if (object->unseen) {
        resize_in_python(object, bytes, way);
    } else {
        resize_seen(object, bytes, way);
    }
}

void settle_resize(struct run *run, struct object *object, const struct raised *raised)
{
    struct truth before = object->truth;
    /* What failed half-way may have moved the memory all the same. */
    if (!object->unseen) {
        find_truth(object);
    }
    if (!raised->set || object->truth.low != before.low || object->truth.high != before.high) {
        forget_pointers(object);
        forget_sharers(run, object);
    }
}

void step_resize(struct run *run)
{
    struct object *object = object_at(run, run->step.object);
    uint8_t way = run->step.way;
    const char *problem = resize_problem(object, run->step.number, way);
    if (problem != NULL) {
        put_skipped(run, problem);
        return;
    }
    if (object->tag == EXPORTER_CTYPES && runtime()->resize_ctypes == NULL) {
        run->unsupported = "ctypes.resize";
        return;
    }
    struct raised raised;
    recorder_start();
    attempt_resize(object, run->step.number, way);
    recorder_stop();
    take_raised(&raised);
    settle_resize(run, object, &raised);
    put_done(run, &raised);
}

/* Python code appends: objects that C has not seen stay unseen. */
void step_append(struct run *run)
{
    struct object *object = object_at(run, run->step.object);
    const struct object *of = object_at(run, run->step.of);
    if (object == NULL || of == NULL) {
        put_skipped(run, "no such object");
        return;
    }
    if (object->tag != EXPORTER_BYTEARRAY) {
        put_skipped(run, "the object cannot be appended to");
        return;
    }
    struct raised raised;
    object->pristine = false;
    recorder_start();
    Py_XDECREF(PyObject_CallFunction(
        runtime()->append, "OiOii", object->unseen ? Py_None : object->level[0], (int)object->slot,
        of->unseen ? Py_None : of->level[0], (int)of->slot, (int)run->step.way));
    recorder_stop();
    take_raised(&raised);
    settle_resize(run, object, &raised);
    put_done(run, &raised);
}

/* Whether the object is a memoryview, which is released and not closed. */
static bool is_view(const struct object *object)
{
    return object->tag == EXPORTER_MEMORYVIEW || of_stream(object->tag)
           || (object->tag == EXPORTER_LIBRARY && !object->unseen && PyMemoryView_Check(object->level[0]));
}

void attempt_release(struct object *object)
{
    if (!is_view(object) && object->tag != EXPORTER_LIBRARY && object->tag != EXPORTER_MMAP) {
        PyErr_SetString(PyExc_TypeError, "the object cannot be released");
    } else if (object->unseen) {
        release_in_python(object);
    } else {
        Py_XDECREF(PyObject_CallMethod(object->level[0], is_view(object) ? "release" : "close", NULL));
    }
}

void settle_release(struct run *run, struct object *object, const struct raised *raised)
{
    if (!raised->set) {
        object->released = true;
        object->truth.known = false;
        forget_pointers(object);
        forget_sharers(run, object);
    }
}

void step_release(struct run *run)
{
    struct object *object = object_at(run, run->step.object);
    if (object == NULL) {
        put_skipped(run, "no such object");
        return;
    }
    if (!is_view(object) && object->tag != EXPORTER_LIBRARY && object->tag != EXPORTER_MMAP) {
        put_skipped(run, "the object cannot be released");
        return;
    }
    struct raised raised;
    recorder_start();
    attempt_release(object);
    recorder_stop();
    take_raised(&raised);
    settle_release(run, object, &raised);
    put_done(run, &raised);
}
