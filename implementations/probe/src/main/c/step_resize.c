#include "run.h"

#include <string.h>

#include "born.h"
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
static void resize(const struct object *object, int64_t bytes)
{
    PyObject *target = object->level[0];
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
static const char *resize_problem(const struct object *object, int64_t bytes)
{
    if (object == NULL) {
        return "no such object";
    }
    if (object->tag != EXPORTER_BYTEARRAY && object->tag != EXPORTER_ARRAY && object->tag != EXPORTER_CTYPES) {
        return "the object cannot be resized";
    }
    if (bytes % object->itemsize != 0) {
        return "the length is not a whole number of items";
    }
    return bytes > SPARSE_ABOVE ? "the length is more than 65536 bytes" : NULL;
}

void step_resize(struct run *run)
{
    struct object *object = object_at(run, run->step.object);
    const char *problem = resize_problem(object, run->step.number);
    if (problem != NULL) {
        put_skipped(run, problem);
        return;
    }
    if (object->tag == EXPORTER_CTYPES && runtime()->resize_ctypes == NULL) {
        run->unsupported = "ctypes.resize";
        return;
    }
    struct raised raised;
    struct truth before = object->truth;
    recorder_start();
    if (object->unseen) {
        resize_in_python(object, run->step.number);
    } else {
        resize(object, run->step.number);
    }
    recorder_stop();
    take_raised(&raised);
    /* What failed half-way may have moved the memory all the same. */
    if (!object->unseen) {
        find_truth(object);
    }
    if (!raised.set || object->truth.low != before.low || object->truth.high != before.high) {
        forget_pointers(object);
    }
    put_done(run, &raised);
}

void step_release(struct run *run)
{
    struct object *object = object_at(run, run->step.object);
    if (object == NULL) {
        put_skipped(run, "no such object");
        return;
    }
    bool library = object->tag == EXPORTER_LIBRARY;
    bool view = object->tag == EXPORTER_MEMORYVIEW || object->tag == EXPORTER_BYTESIO
                || (library && !object->unseen && PyMemoryView_Check(object->level[0]));
    if (!view && !library && object->tag != EXPORTER_MMAP) {
        put_skipped(run, "the object cannot be released");
        return;
    }
    struct raised raised;
    recorder_start();
    if (object->unseen) {
        release_in_python(object);
    } else {
        PyObject *none = PyObject_CallMethod(object->level[0], view ? "release" : "close", NULL);
        Py_XDECREF(none);
    }
    recorder_stop();
    take_raised(&raised);
    if (!raised.set) {
        object->released = true;
        object->truth.known = false;
        forget_pointers(object);
    }
    put_done(run, &raised);
}
