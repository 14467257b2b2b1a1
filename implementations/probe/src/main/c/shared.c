#include "shared.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "functions.h"
#include "raised.h"

/* An exporter as lawful as any: its code may run whatever it likes, and so may other threads meanwhile. */
struct yielding {
    PyObject_HEAD
    char *memory; /* owned */
    Py_ssize_t length;
    Py_ssize_t views;
};

/* Sleeps for a moment, without which a thread gets the GIL back before another one has woken up. */
static void let_others_run(void)
{
    const struct timespec moment = {0, 20000};
    Py_BEGIN_ALLOW_THREADS
    (void)nanosleep(&moment, NULL); /* a signal may make it shorter */
    Py_END_ALLOW_THREADS
}

static int yielding_get(PyObject *object, Py_buffer *view, int flags)
{
    struct yielding *self = (struct yielding *)object;
    let_others_run();
    if (PyBuffer_FillInfo(view, object, self->memory, self->length, 0, flags) != 0) {
        return -1;
    }
    self->views++;
    /* Again, so that a view which is not the caller's alone is filled by others before the caller reads it. */
    let_others_run();
    return 0;
}

static void yielding_release(PyObject *object, Py_buffer *view)
{
    (void)view;
    ((struct yielding *)object)->views--;
}

static void yielding_dealloc(PyObject *object)
{
    free(((struct yielding *)object)->memory);
    PyObject_Free(object);
}

static PyBufferProcs yielding_buffer = {yielding_get, yielding_release};

static PyTypeObject yielding_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "oldbuffer_probe.Yielding",
    .tp_basicsize = sizeof(struct yielding),
    .tp_dealloc = yielding_dealloc,
    .tp_as_buffer = &yielding_buffer,
    .tp_flags = Py_TPFLAGS_DEFAULT,
};

int shared_start(void)
{
    return PyType_Ready(&yielding_type);
}

PyObject *make_yielding(PyObject *module, PyObject *argument)
{
    (void)module;
    Py_ssize_t length = PyLong_AsSsize_t(argument);
    if (length == -1 && PyErr_Occurred()) {
        return NULL;
    }
    struct yielding *self = PyObject_New(struct yielding, &yielding_type);
    if (self == NULL) {
        return NULL;
    }
    self->length = length;
    self->views = 0;
    self->memory = calloc(1, length < 1 ? 1 : (size_t)length);
    if (self->memory == NULL) {
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    return (PyObject *)self;
}

PyObject *yielding_views(PyObject *module, PyObject *argument)
{
    (void)module;
    if (Py_TYPE(argument) != &yielding_type) {
        PyErr_SetString(PyExc_TypeError, "an object of make_yielding is asked for its views");
        return NULL;
    }
    return PyLong_FromSsize_t(((struct yielding *)argument)->views);
}

/* Whether the object's memory is where a call has said, as long: 1 or 0, and -1 where it has none now. */
static int is_right(PyObject *object, const struct outputs *outputs)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
        return -1;
    }
    int right = view.len == outputs->length && (view.len == 0 || view.buf == outputs->pointer);
    PyBuffer_Release(&view);
    return right;
}

PyObject *call_of_python(PyObject *module, PyObject *arguments)
{
    (void)module;
    int function;
    PyObject *object; /* borrowed */
    if (!PyArg_ParseTuple(arguments, "iO", &function, &object)) {
        return NULL;
    }
    if (function < 0 || function >= FUNCTIONS || !function_exists((enum function)function)) {
        PyErr_SetString(PyExc_NotImplementedError, "this interpreter has no such function");
        return NULL;
    }
    struct outputs outputs = {NULL, -1};
    int code = call_function((enum function)function, object, 0, &outputs);
    struct raised raised;
    take_raised(&raised);
    int right = code == 0 && function != FUNCTION_CHECK ? is_right(object, &outputs) : -1;
    PyObject *told = right < 0 ? Py_None : right == 1 ? Py_True : Py_False; /* borrowed */
    return Py_BuildValue("iOnz", code, told, outputs.length, raised.set ? raised.type : NULL);
}

/* What mallinfo2 of the C library tells, which older ones lack. */
struct arena_figures {
    size_t arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost;
};

PyObject *allocated(PyObject *module, PyObject *ignored)
{
    (void)module;
    (void)ignored;
    struct arena_figures (*figures)(void);
    void *found = dlsym(RTLD_DEFAULT, "mallinfo2");
    if (found == NULL) {
        return PyLong_FromLong(-1);
    }
    memcpy(&figures, &found, sizeof(figures));
    const struct arena_figures told = figures();
    return PyLong_FromSize_t(told.uordblks + told.hblkhd);
}
