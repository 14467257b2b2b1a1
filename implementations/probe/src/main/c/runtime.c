#include "runtime.h"

#include <string.h>

#include "kind.h"
#include "make_of_c.h"
#include "recorder.h"
#include "within.h"

/* Filled by runtime_start, and never changed afterwards. */
static struct runtime looked_up;

const struct runtime *runtime(void)
{
    return &looked_up;
}

void fill_pattern(uint8_t *memory, int64_t length, uint8_t seed)
{
    if (length > 0 && length <= SPARSE_ABOVE) {
        memcpy(memory, looked_up.pattern + seed, (size_t)length);
    }
}

static PyObject *record_for_python(PyObject *self, PyObject *arguments)
{
    (void)self;
    unsigned char object, depth;
    unsigned int life;
    int kind, flags;
    if (!PyArg_ParseTuple(arguments, "(bbI)ii", &object, &depth, &life, &kind, &flags)) {
        return NULL;
    }
    struct place place = {object, depth, life};
    record(place, (enum traffic_kind)kind, flags);
    Py_RETURN_NONE;
}

/* Whether an object grants a request; asks it, and releases at once. */
static PyObject *grants_for_python(PyObject *self, PyObject *arguments)
{
    (void)self;
    PyObject *object; /* borrowed */
    int flags;
    if (!PyArg_ParseTuple(arguments, "Oi", &object, &flags)) {
        return NULL;
    }
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, flags) != 0) {
        PyErr_Clear();
        return PyLong_FromLong(0);
    }
    PyBuffer_Release(&view);
    return PyLong_FromLong(1);
}

static PyMethodDef methods[] = {
    {"record", record_for_python, METH_VARARGS, NULL},
    {"grants", grants_for_python, METH_VARARGS, NULL},
    {"act", act_for_python, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static int add_method(PyObject *names, PyMethodDef *method)
{
    PyObject *function = PyCFunction_NewEx(method, NULL, NULL);
    if (function == NULL) {
        return -1;
    }
    int result = PyDict_SetItemString(names, method->ml_name, function);
    Py_DECREF(function);
    return result;
}

/* Adds all up to the one without a name. 0, or -1 with an exception set. */
static int add_methods(PyObject *names, PyMethodDef *method)
{
    int result = 0;
    for (; result == 0 && method->ml_name != NULL; method++) {
        result = add_method(names, method);
    }
    return result;
}

/* The names that the helpers' source defines: a new reference, or NULL. */
static PyObject *run_helpers(void)
{
    PyObject *names = PyDict_New();
    PyObject *module_name = PyUnicode_FromString("oldbuffer");
    PyObject *result = NULL;
    if (names != NULL && module_name != NULL
        && PyDict_SetItemString(names, "__builtins__", PyEval_GetBuiltins()) == 0
        && PyDict_SetItemString(names, "__name__", module_name) == 0
        && add_methods(names, methods) == 0 && add_methods(names, makers_of_c) == 0) {
        result = PyRun_String(helpers_source, Py_file_input, names, names);
    }
    if (result != NULL) {
        Py_DECREF(result);
        result = PyRun_String(born_source, Py_file_input, names, names);
    }
    for (const struct kind *const *kind = kinds; result != NULL && *kind != NULL; kind++) {
        Py_DECREF(result);
        result = PyRun_String((*kind)->source, Py_file_input, names, names);
    }
    Py_XDECREF(module_name);
    if (result == NULL) {
        Py_CLEAR(names);
    }
    Py_XDECREF(result);
    return names;
}

/* A new reference to what a name stands for; NULL where that is None. */
static PyObject *take(PyObject *names, const char *name)
{
    PyObject *value = PyDict_GetItemString(names, name); /* borrowed */
    if (value == NULL || value == Py_None) {
        return NULL;
    }
    Py_INCREF(value);
    return value;
}

static int take_exceptions(PyObject *names, struct runtime *into)
{
    PyObject *tuple = PyDict_GetItemString(names, "exceptions"); /* borrowed */
    for (int i = 0; i < EXCEPTION_TYPES; i++) {
        PyObject *type = tuple == NULL ? NULL : PyTuple_GetItem(tuple, i); /* borrowed */
        if (type == NULL) {
            return -1;
        }
        Py_INCREF(type);
        into->exceptions[i] = type;
    }
    return 0;
}

int runtime_start(void)
{
    PyObject *names = run_helpers();
    if (names == NULL) {
        return -1;
    }
    struct runtime *into = &looked_up;
    for (int i = 0; i < SPARSE_ABOVE + SEEDS; i++) {
        into->pattern[i] = (uint8_t)(i % SEEDS);
    }
    into->bytes_subclass = take(names, "BytesSubclass");
    into->bytearray_subclass = take(names, "BytearraySubclass");
    into->python_class = take(names, "python_class");
    into->releasing_python_class = take(names, "releasing_python_class");
    into->array = take(names, "array");
    into->typecodes = take(names, "typecodes");
    into->mmap = take(names, "mmap");
    into->mmap_access = take(names, "mmap_access");
    into->make_ctypes = take(names, "make_ctypes");
    into->resize_ctypes = take(names, "resize_ctypes");
    into->get_byte = take(names, "get_byte");
    into->set_byte = take(names, "set_byte");
    into->make_library = take(names, "make_library");
    into->make_kind = take(names, "make_kind");
    into->born = take(names, "born");
    into->born_level = take(names, "born_level");
    into->born_change = take(names, "born_change");
    into->born_resize = take(names, "born_resize");
    into->born_share = take(names, "born_share");
    into->born_stream = take(names, "born_stream");
    into->resize = take(names, "resize");
    into->append = take(names, "append");
    into->share = take(names, "share");
    into->born_release = take(names, "born_release");
    into->born_drop = take(names, "born_drop");
    into->asserts = PyDict_GetItemString(names, "asserts") == Py_True;
    into->has_to_readonly = PyDict_GetItemString(names, "has_to_readonly") == Py_True;
    int result = take_exceptions(names, into);
    Py_DECREF(names);
    return result;
}
