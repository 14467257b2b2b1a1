/* Makers of objects that hand out the memory of another object: memoryviews, and classes with __buffer__. */
#include "object.h"

#include "runtime.h"

/* A bound of a slice: a new reference, None where it is left out. */
static PyObject *bound(int64_t number)
{
    if (number == NONE64) {
        Py_INCREF(Py_None);
        return Py_None;
    }
    return PyLong_FromLongLong(number);
}

static PyObject *slice(PyObject *view, const struct operation *operation)
{
    PyObject *start = bound(operation->numbers[0]);
    PyObject *stop = bound(operation->numbers[1]);
    PyObject *step = PyLong_FromLongLong(operation->numbers[2]);
    PyObject *range = NULL;
    PyObject *result = NULL;
    if (start != NULL && stop != NULL && step != NULL) {
        range = PySlice_New(start, stop, step);
        result = range == NULL ? NULL : PyObject_GetItem(view, range);
    }
    Py_XDECREF(range);
    Py_XDECREF(start);
    Py_XDECREF(stop);
    Py_XDECREF(step);
    return result;
}

/* The shape of a cast as a list: a new reference. */
static PyObject *shape_of(const struct operation *operation)
{
    PyObject *shape = PyList_New(operation->dimensions);
    for (int i = 0; shape != NULL && i < operation->dimensions; i++) {
        PyObject *number = PyLong_FromLongLong(operation->numbers[i]);
        if (number == NULL || PyList_SetItem(shape, i, number) != 0) { /* takes number over */
            Py_CLEAR(shape);
        }
    }
    return shape;
}

static PyObject *cast(PyObject *view, const struct operation *operation)
{
    if (operation->dimensions == NO_SHAPE) {
        return PyObject_CallMethod(view, "cast", "C", operation->format);
    }
    PyObject *shape = shape_of(operation);
    return shape == NULL ? NULL : PyObject_CallMethod(view, "cast", "CN", operation->format, shape);
}

/* The result of one operation: a new reference. */
static PyObject *operate(PyObject *view, const struct operation *operation, struct made *made)
{
    switch (operation->tag) {
    case OPERATION_SLICE:
        return slice(view, operation);
    case OPERATION_CAST:
        return cast(view, operation);
    default:
        if (!runtime()->has_to_readonly) {
            made->unsupported = "memoryview.toreadonly";
            return NULL;
        }
        return PyObject_CallMethod(view, "toreadonly", NULL);
    }
}

PyObject *make_memoryview(const struct exporter *exporter, PyObject *base, struct made *made)
{
    /* Called as Python calls it, which turns what unlawful exporters leave behind into a proper exception. */
    PyObject *view = PyObject_CallFunctionObjArgs((PyObject *)&PyMemoryView_Type, base, NULL);
    for (int i = 0; view != NULL && i < exporter->as.view.count; i++) {
        PyObject *next = operate(view, &exporter->as.view.operations[i], made);
        Py_DECREF(view);
        view = next;
    }
    return view;
}

PyObject *make_python_class(
    const struct exporter *exporter, struct place place, PyObject *base, struct made *made)
{
    const struct runtime *python = runtime();
    PyObject *type =
        exporter->as.python_class.releases ? python->releasing_python_class : python->python_class;
    if (type == NULL) {
        made->unsupported = "__buffer__ in Python";
        return NULL;
    }
    return PyObject_CallFunction(
        type, "OiO(iiI)", base, exporter->as.python_class.answer,
        python->exceptions[exporter->as.python_class.exception], place.object, place.depth, place.life);
}
