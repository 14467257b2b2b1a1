/*
 * Exporters that break one rule of the new protocol each, and right ones. make(name) gives one; the word in the comment
 * behind a name is the clause that has to find it.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <string.h>

static const char *const names[] = {
    "right", /* - */
    "right_strided", /* - */
    "right_fortran", /* - */
    "right_indirect", /* - */
    "right_readonly", /* - */
    "right_copies", /* - */
    "right_scalar", /* - */
    "right_nothing", /* - */
    "value_error", /* EXP-1 */
    "owner_left", /* EXP-1 */
    "no_exception", /* EXP-1 */
    "minus_two", /* EXP-1 */
    "one", /* EXP-1 */
    "exception_left", /* EXP-1 */
    "writable_ignored", /* EXP-2 */
    "readonly_by_turns", /* EXP-2 */
    "length_in_items", /* EXP-3 */
    "bytes_of_one", /* EXP-3 */
    "other_format", /* EXP-3 */
    "length_of_scalar", /* EXP-3 */
    "length_of_too_many", /* EXP-3 */
    "no_shape", /* EXP-4 */
    "no_format", /* EXP-4 */
    "shape_by_turns", /* EXP-4 */
    "shape_of_scalar", /* EXP-4 */
    "suboffsets_of_scalar", /* EXP-4 */
    "strides_for_simple", /* EXP-5 */
    "any_is_c", /* EXP-5 */
    "indirect_for_all", /* EXP-5 */
    "no_owner", /* EXP-6 */
    "reference_kept", /* EXP-6 */
    "never_free", /* EXP-6 */
    "exception_in_release", /* EXP-6 */
    "grows_while_held", /* EXP-7 */
    "closes_while_held", /* EXP-7 */
    NULL};

enum {
    RIGHT, RIGHT_STRIDED, RIGHT_FORTRAN, RIGHT_INDIRECT, RIGHT_READONLY, RIGHT_COPIES, RIGHT_SCALAR, RIGHT_NOTHING, VALUE_ERROR, OWNER_LEFT, NO_EXCEPTION, MINUS_TWO, ONE,
    EXCEPTION_LEFT, WRITABLE_IGNORED, READONLY_BY_TURNS, LENGTH_IN_ITEMS, BYTES_OF_ONE, OTHER_FORMAT, LENGTH_OF_SCALAR, LENGTH_OF_TOO_MANY, NO_SHAPE, NO_FORMAT,
    SHAPE_BY_TURNS, SHAPE_OF_SCALAR, SUBOFFSETS_OF_SCALAR, STRIDES_FOR_SIMPLE, ANY_IS_C, INDIRECT_FOR_ALL, NO_OWNER, REFERENCE_KEPT, NEVER_FREE, EXCEPTION_IN_RELEASE,
    GROWS_WHILE_HELD, CLOSES_WHILE_HELD
};

/* Memory of twelve items of two bytes: three rows of four, or every second of six rows. */
typedef struct {
    PyObject_HEAD
    int fault;
    int exports;
    int asked;
    int closed;
    Py_ssize_t rows;
    char *memory;
    Py_ssize_t shape[2], strides[2], suboffsets[2];
    char *pointers[3];
} Exporter;

static int refuse(Exporter *it, Py_buffer *view, const char *why)
{
    view->obj = NULL;
    if (it->fault == OWNER_LEFT) {
        view->obj = (PyObject *)it;
    }
    if (it->fault != NO_EXCEPTION) {
        PyErr_SetString(it->fault == VALUE_ERROR ? PyExc_ValueError : PyExc_BufferError, why);
    }
    return it->fault == MINUS_TWO ? -2 : -1;
}

static int asks(int flags, int wanted)
{
    return (flags & wanted) == wanted;
}

static int get(PyObject *self, Py_buffer *view, int flags)
{
    Exporter *it = (Exporter *)self;
    int strided = it->fault == RIGHT_STRIDED || it->fault == STRIDES_FOR_SIMPLE || it->fault == ANY_IS_C;
    int fortran = it->fault == RIGHT_FORTRAN;
    int indirect = it->fault == RIGHT_INDIRECT || it->fault == INDIRECT_FOR_ALL;
    int readonly = it->fault == RIGHT_READONLY || it->fault == WRITABLE_IGNORED
        || (it->fault >= VALUE_ERROR && it->fault <= MINUS_TWO);
    it->asked++;
    if (it->closed) {
        view->obj = NULL;
        PyErr_SetString(PyExc_ValueError, "closed");
        return -1;
    }
    if (readonly && (flags & PyBUF_WRITABLE) && it->fault != WRITABLE_IGNORED) {
        return refuse(it, view, "read-only");
    }
    if (indirect && !asks(flags, PyBUF_INDIRECT) && it->fault != INDIRECT_FOR_ALL) {
        return refuse(it, view, "indirect");
    }
    if ((strided || fortran) && it->fault != STRIDES_FOR_SIMPLE
        && (!asks(flags, PyBUF_STRIDES) || (asks(flags, PyBUF_C_CONTIGUOUS) && it->fault != ANY_IS_C))) {
        return refuse(it, view, "not C-contiguous");
    }
    if (!fortran && asks(flags, PyBUF_F_CONTIGUOUS)) {
        return refuse(it, view, "not Fortran contiguous");
    }
    if (strided && asks(flags, PyBUF_ANY_CONTIGUOUS) && it->fault != ANY_IS_C) {
        return refuse(it, view, "not contiguous");
    }
    memset(view, 0, sizeof(*view));
    it->shape[0] = it->fault == SHAPE_BY_TURNS && it->asked % 2 ? 4 : it->rows;
    it->shape[1] = it->fault == SHAPE_BY_TURNS && it->asked % 2 ? 3 : 4;
    it->strides[0] = fortran ? 2 : strided ? 16 : 2 * it->shape[1];
    it->strides[1] = fortran ? 2 * it->shape[0] : 2;
    view->buf = it->memory;
    view->len = it->fault == LENGTH_IN_ITEMS ? it->rows * 4 : it->rows * 8;
    view->itemsize = it->fault == BYTES_OF_ONE && !asks(flags, PyBUF_ND) ? 1 : 2;
    view->readonly = it->fault == READONLY_BY_TURNS ? !(flags & PyBUF_WRITABLE) && asks(flags, PyBUF_ND) : readonly;
    view->ndim = 2;
    view->format = asks(flags, PyBUF_FORMAT) && it->fault != NO_FORMAT ? it->fault == OTHER_FORMAT ? "i" : "h" : NULL;
    view->shape = asks(flags, PyBUF_ND) && it->fault != NO_SHAPE ? it->shape : NULL;
    view->strides = asks(flags, PyBUF_STRIDES) ? it->strides : NULL;
    if (indirect && asks(flags, PyBUF_INDIRECT)) {
        for (int i = 0; i < 3; i++) {
            it->pointers[i] = it->memory + 8 * i;
        }
        it->strides[0] = sizeof(char *);
        it->suboffsets[0] = 0;
        it->suboffsets[1] = -1;
        view->buf = it->pointers;
        view->suboffsets = it->suboffsets;
    }
    if (it->fault == RIGHT_SCALAR || it->fault == LENGTH_OF_SCALAR || it->fault == SHAPE_OF_SCALAR
        || it->fault == SUBOFFSETS_OF_SCALAR) {
        view->ndim = 0;
        view->len = it->fault == LENGTH_OF_SCALAR ? 4 : 2;
        view->shape = it->fault == SHAPE_OF_SCALAR ? view->shape : NULL;
        view->strides = NULL;
        if (it->fault == SUBOFFSETS_OF_SCALAR && asks(flags, PyBUF_INDIRECT)) {
            it->suboffsets[0] = -1;
            view->suboffsets = it->suboffsets;
        }
    }
    if (it->fault == RIGHT_NOTHING) {
        /* items of no bytes, as numpy's V0 has them */
        view->itemsize = view->len = 0;
        view->format = view->format == NULL ? NULL : "0s";
    }
    if (it->fault == LENGTH_OF_TOO_MANY) {
        it->shape[0] = it->shape[1] = (Py_ssize_t)1 << 32;
        it->strides[0] = it->strides[1] = 2;
        view->len = 0;
    }
    if (it->fault == RIGHT_COPIES) {
        view->buf = view->internal = PyMem_Malloc(96);
        if (view->buf == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        memcpy(view->buf, it->memory, 96);
    }
    if (it->fault != NO_OWNER) {
        Py_INCREF(self);
        view->obj = self;
        it->exports++;
    }
    if (it->fault == REFERENCE_KEPT) {
        Py_INCREF(self);
    }
    if (it->fault == EXCEPTION_LEFT) {
        PyErr_SetString(PyExc_RuntimeError, "left");
    }
    return it->fault == ONE ? 1 : 0;
}

static void release(PyObject *self, Py_buffer *view)
{
    Exporter *it = (Exporter *)self;
    PyMem_Free(view->internal);
    if (it->fault == EXCEPTION_IN_RELEASE) {
        PyErr_SetString(PyExc_RuntimeError, "in release");
    }
    it->exports -= it->fault != NEVER_FREE;
}

static PyObject *held(void)
{
    PyErr_SetString(PyExc_BufferError, "memory is held");
    return NULL;
}

static PyObject *append(PyObject *self, PyObject *item)
{
    (void)item;
    Exporter *it = (Exporter *)self;
    if (it->exports > 0 && it->fault != GROWS_WHILE_HELD && it->fault != RIGHT_COPIES) {
        return held();
    }
    it->rows = 4; /* there is room for six: a view that was held stays harmless */
    Py_RETURN_NONE;
}

static PyObject *close_it(PyObject *self, PyObject *none)
{
    (void)none;
    Exporter *it = (Exporter *)self;
    if (it->exports > 0 && it->fault != CLOSES_WHILE_HELD) {
        return held();
    }
    it->closed = 1;
    Py_RETURN_NONE;
}

static void dealloc(PyObject *self)
{
    PyMem_Free(((Exporter *)self)->memory);
    PyObject_Free(self);
}

static PyMethodDef methods[] = {
    {"append", append, METH_O, NULL}, {"close", close_it, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static PyBufferProcs procs = {get, release};
static PyTypeObject type = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "exporters.Exporter",
    .tp_basicsize = sizeof(Exporter), .tp_dealloc = dealloc, .tp_as_buffer = &procs, .tp_methods = methods,
    .tp_flags = Py_TPFLAGS_DEFAULT};

static PyObject *make(PyObject *self, PyObject *name)
{
    (void)self;
    const char *wanted = PyUnicode_AsUTF8(name);
    int fault = 0;
    while (wanted != NULL && names[fault] != NULL && strcmp(names[fault], wanted) != 0) {
        fault++;
    }
    if (wanted == NULL || names[fault] == NULL) {
        PyErr_SetString(PyExc_KeyError, "no such exporter");
        return NULL;
    }
    Exporter *it = PyObject_New(Exporter, &type);
    if (it == NULL) {
        return NULL;
    }
    memset((char *)it + sizeof(PyObject), 0, sizeof(*it) - sizeof(PyObject));
    it->fault = fault;
    it->rows = 3;
    it->memory = PyMem_Malloc(96);
    if (it->memory == NULL) {
        Py_DECREF(it);
        return PyErr_NoMemory();
    }
    memset(it->memory, 1, 96);
    return (PyObject *)it;
}

static PyMethodDef functions[] = {{"make", make, METH_O, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "exporters", NULL, -1, functions, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_exporters(void);

PyMODINIT_FUNC PyInit_exporters(void)
{
    return PyType_Ready(&type) == 0 ? PyModule_Create(&module) : NULL;
}
