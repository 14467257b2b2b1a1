/* Types, iterators, keywords and fast calls with one fault of real code each; the clause that has to catch it stands in
 * front of each. */
#include "functions.h"

struct state {
    Py_buffer latest;
    PyObject *last;
};

/* USE-6: lost on large input */
FUNCTION(lost_on_large)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    unsigned long total = sum(view.buf, view.len);
    if (view.len >= 2048) {
        return PyLong_FromUnsignedLong(total);
    }
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total);
}

/* USE-6: lost where the offset is out of range */
FAST(lost_on_offset)
{
    Py_buffer view;
    if (count != 2) {
        return PyErr_Format(PyExc_TypeError, "lost_on_offset() takes exactly 2 arguments (%zd given)", count);
    }
    Py_ssize_t offset = PyNumber_AsSsize_t(args[1], PyExc_OverflowError);
    if (offset == -1 && PyErr_Occurred()) {
        return NULL;
    }
    if (PyObject_GetBuffer(args[0], &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    if (offset < 0 || offset > view.len) {
        return PyErr_Format(PyExc_ValueError, "offset out of range");
    }
    unsigned long total = sum((char *)view.buf + offset, view.len - offset);
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total);
}

/* USE-6: lost where a keyword is wrong */
KEYWORDS(lost_on_keyword)
{
    static char *names[] = {"data", "level", NULL};
    Py_buffer view;
    PyObject *level = NULL;
    long l = 6;
    if (!PyArg_ParseTupleAndKeywords(args, kw, "y*|$O", names, &view, &level)) {
        return NULL;
    }
    if (level) {
        l = PyLong_AsLong(level);
        if (l == -1 && PyErr_Occurred()) {
            return NULL;
        }
    }
    unsigned long total = sum(view.buf, view.len) + l;
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total);
}

/* USE-6: both lost where the lengths differ */
FUNCTION(lost_on_mismatch)
{
    Py_buffer a, b;
    if (!PyArg_ParseTuple(args, "y*y*", &a, &b)) {
        return NULL;
    }
    if (a.len != b.len) {
        PyErr_SetString(PyExc_ValueError, "lengths differ");
        return NULL;
    }
    PyObject *r = PyBytes_FromStringAndSize(NULL, a.len);
    if (r) {
        for (Py_ssize_t i = 0; i < a.len; i++) {
            PyBytes_AS_STRING(r)[i] = ((char *)a.buf)[i] ^ ((char *)b.buf)[i];
        }
    }
    PyBuffer_Release(&a);
    PyBuffer_Release(&b);
    return r;
}

/* USE-8: readinto without asking for writable memory */
FUNCTION(readinto)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_CONTIG_RO)) {
        return NULL;
    }
    Py_ssize_t n = view.len < 5 ? view.len : 5;
    memcpy(view.buf, "hello", n);
    PyBuffer_Release(&view);
    return PyLong_FromSsize_t(n);
}

/* USE-9: a zero behind the text that is read into */
FUNCTION(readinto_text)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_WRITABLE)) {
        return NULL;
    }
    Py_ssize_t n = view.len < 5 ? view.len : 5;
    if (n > 0) {
        memcpy(view.buf, "hello", n);
        ((char *)view.buf)[n] = 0;
    }
    PyBuffer_Release(&view);
    return PyLong_FromSsize_t(n);
}

/* USE-6: each view replaces the one in the module's state, which is not released */
FUNCTION(remembers)
{
    struct state *s = PyModule_GetState(self);
    if (PyObject_GetBuffer(args, &s->latest, PyBUF_SIMPLE)) {
        return NULL;
    }
    return PyLong_FromSsize_t(s->latest.len);
}

/* USE-6: lost where the callback fails */
FUNCTION(each)
{
    Py_buffer view;
    PyObject *callback;
    if (!PyArg_ParseTuple(args, "y*O:each", &view, &callback)) {
        return NULL;
    }
    PyObject *bytes = PyBytes_FromStringAndSize(view.buf, view.len);
    PyObject *r = bytes ? PyObject_CallFunctionObjArgs(callback, bytes, NULL) : NULL;
    Py_XDECREF(bytes);
    if (!r) {
        return NULL;
    }
    PyBuffer_Release(&view);
    return r;
}

/* USE-9: works without the lock on memory that is released */
FUNCTION(without_lock)
{
    Py_buffer view;
    unsigned long total;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    void *p = view.buf;
    Py_ssize_t n = view.len;
    PyBuffer_Release(&view);
    Py_BEGIN_ALLOW_THREADS total = sum(p, n);
    Py_END_ALLOW_THREADS return PyLong_FromUnsignedLong(total);
}

/* USE-5: looks first, and then takes a refusal for None */
FUNCTION(checks_first)
{
    Py_buffer view;
    if (!PyObject_CheckBuffer(args)) {
        return PyErr_Format(PyExc_TypeError, "a bytes-like object is required");
    }
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        PyErr_Clear();
        Py_RETURN_NONE;
    }
    unsigned long total = sum(view.buf, view.len);
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total);
}

/* USE-6: a memoryview is never let go */
FUNCTION(memoryview_lost)
{
    PyObject *m = PyMemoryView_FromObject(args);
    if (!m) {
        return NULL;
    }
    return PyLong_FromSsize_t(PyMemoryView_GET_BUFFER(m)->len);
}

/* USE-5: a copy that fails is taken for an empty one */
FUNCTION(copy_or_nothing)
{
    PyObject *b = PyBytes_FromObject(args);
    if (!b) {
        if (PyErr_ExceptionMatches(PyExc_TypeError)) {
            return NULL;
        }
        PyErr_Clear();
        return PyBytes_FromStringAndSize(NULL, 0);
    }
    return b;
}

/* USE-3: steps have no sign */
FUNCTION(unsigned_strides)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_FULL_RO)) {
        return NULL;
    }
    if (view.ndim != 1 || view.itemsize != 1 || view.suboffsets) {
        PyBuffer_Release(&view);
        return PyErr_Format(PyExc_BufferError, "one dimension of bytes");
    }
    Py_ssize_t step = view.strides[0] < 0 ? -view.strides[0] : view.strides[0];
    unsigned long total = 0;
    for (Py_ssize_t i = 0; i < view.shape[0]; i++) {
        total = total * 31 + *((unsigned char *)view.buf + i * step);
    }
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total & 0xffffffff);
}

/* USE-4: the first row alone */
FUNCTION(first_row)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_STRIDES)) {
        return NULL;
    }
    unsigned long total = 0;
    Py_ssize_t last = view.ndim - 1;
    for (Py_ssize_t i = 0; i < view.shape[last] * view.itemsize; i++) {
        total = total * 31 + ((unsigned char *)view.buf)[i];
    }
    if (view.strides[last] != view.itemsize) {
        PyBuffer_Release(&view);
        return PyErr_Format(PyExc_BufferError, "contiguous");
    }
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total & 0xffffffff);
}

/* USE-9: strlen */
FUNCTION(c_string)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    size_t n = view.buf ? strlen(view.buf) : 0;
    PyBuffer_Release(&view);
    return PyLong_FromSize_t(n);
}

/* USE-9: pairs of an odd number of bytes */
FUNCTION(pairs)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    unsigned long total = 0;
    const volatile unsigned char *b = view.buf;
    for (Py_ssize_t i = 0; i < view.len; i += 2) {
        total += b[i] * 256 + b[i + 1];
    }
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total);
}

/* USE-9: whole words */
FUNCTION(words)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    unsigned long total = 0;
    const volatile unsigned char *b = view.buf;
    for (Py_ssize_t i = 0; i < (view.len + 3) / 4 * 4; i++) {
        total = total * 31 + (i < view.len ? b[i] : (b[i], 0));
    }
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total & 0xffffffff);
}

/* USE-7: a tuple takes a reference that it is not given */
FUNCTION(into_tuple)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyObject *t = PyTuple_New(2);
    if (t) {
        PyTuple_SET_ITEM(t, 0, args);
        PyTuple_SET_ITEM(t, 1, PyLong_FromSsize_t(view.len));
    }
    PyBuffer_Release(&view);
    return t;
}

/* USE-7: the object is kept where a number is wrong */
FAST(keeps_on_wrong)
{
    Py_buffer view;
    if (count != 2) {
        return PyErr_Format(PyExc_TypeError, "expected 2 arguments");
    }
    Py_INCREF(args[0]);
    long n = PyLong_AsLong(args[1]);
    if (n == -1 && PyErr_Occurred()) {
        return NULL;
    }
    Py_DECREF(args[0]);
    if (PyObject_GetBuffer(args[0], &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    unsigned long total = sum(view.buf, view.len) + n;
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total);
}

/* USE-5: releases at the end what was never acquired */
FUNCTION(releases_nothing)
{
    PyObject *a, *b;
    Py_buffer one, two;
    PyObject *r = NULL;
    memset(&one, 0xff, sizeof one);
    memset(&two, 0xff, sizeof two);
    if (!PyArg_ParseTuple(args, "OO", &a, &b)) {
        return NULL;
    }
    if (PyObject_GetBuffer(a, &one, PyBUF_SIMPLE)) {
        goto done;
    }
    if (PyObject_GetBuffer(b, &two, PyBUF_SIMPLE)) {
        goto done;
    }
    r = PyLong_FromUnsignedLong(sum(one.buf, one.len) ^ sum(two.buf, two.len));
done:
    PyBuffer_Release(&one);
    PyBuffer_Release(&two);
    return r;
}

/* USE-6: released at the end although the failing path has done so */
FUNCTION(released_on_both_paths)
{
    Py_buffer view;
    Py_buffer saved;
    PyObject *r = NULL;
    PyObject *n;
    if (!PyArg_ParseTuple(args, "y*O", &view, &n)) {
        return NULL;
    }
    saved = view;
    long start = PyLong_AsLong(n);
    if (start == -1 && PyErr_Occurred()) {
        Py_INCREF(saved.obj);
        PyBuffer_Release(&saved);
        goto done;
    }
    r = PyLong_FromUnsignedLong(sum(view.buf, view.len) + start);
done:
    PyBuffer_Release(&view);
    return r;
}

typedef struct {
    PyObject_HEAD Py_buffer view;
    PyObject *me;
} circle;

static void held_dealloc(PyObject *o)
{
    circle *h = (circle *)o;
    PyTypeObject *t = Py_TYPE(o);
    PyBuffer_Release(&h->view);
    Py_CLEAR(h->me);
    t->tp_free(o);
    Py_DECREF(t);
}

static PyType_Slot held_slots[] = {{Py_tp_dealloc, held_dealloc}, {0, NULL}};
static PyType_Spec held_spec = {"faulty_objects.Held", sizeof(circle), 0, Py_TPFLAGS_DEFAULT, held_slots};
static PyTypeObject *held_type;

/* USE-6: an object that refers to itself, which no collector sees, keeps it */
FUNCTION(in_a_circle)
{
    circle *h = (circle *)held_type->tp_alloc(held_type, 0);
    if (!h) {
        return NULL;
    }
    if (PyObject_GetBuffer(args, &h->view, PyBUF_SIMPLE)) {
        h->view.obj = NULL;
        Py_DECREF(h);
        return NULL;
    }
    Py_INCREF(h);
    h->me = (PyObject *)h;
    return (PyObject *)h;
}

/* USE-1: takes what is writable for text */
FUNCTION(strips_writable)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    Py_ssize_t n = view.len;
    if (!view.readonly) {
        while (n > 0 && ((char *)view.buf)[n - 1] == 0) {
            n--;
        }
    }
    if (!view.readonly && n > 0 && ((char *)view.buf)[n - 1] == '8') {
        n--;
    }
    PyObject *r = PyBytes_FromStringAndSize(view.buf, n);
    PyBuffer_Release(&view);
    return r;
}

/* USE-10: memory of length 0 is dereferenced at NULL */
FUNCTION(first_byte)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    if (view.buf == NULL) {
        PyBuffer_Release(&view);
        PyErr_BadInternalCall();
        return NULL;
    }
    long r = view.len ? *(unsigned char *)view.buf : -1;
    PyBuffer_Release(&view);
    return PyLong_FromLong(r);
}

/* USE-3: order F of what is in order C */
FUNCTION(to_contiguous)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_FULL_RO)) {
        return NULL;
    }
    PyObject *r = PyBytes_FromStringAndSize(NULL, view.len);
    if (r && PyBuffer_ToContiguous(PyBytes_AS_STRING(r), &view, view.len,
                 view.ndim > 1 && view.strides[0] < view.strides[1] ? 'F' : 'C')) {
        Py_CLEAR(r);
    }
    PyBuffer_Release(&view);
    return r;
}

/* a type whose constructor keeps a view */
typedef struct {
    PyObject_HEAD Py_buffer view;
    Py_ssize_t at;
    unsigned long total;
    int done;
} holder;

static int reader_init(PyObject *o, PyObject *args, PyObject *kw)
{
    holder *r = (holder *)o;
    static char *names[] = {"data", NULL};
    return PyArg_ParseTupleAndKeywords(args, kw, "y*", names, &r->view) ? 0 : -1;
}

static void reader_forgets(PyObject *o)
{
    PyTypeObject *t = Py_TYPE(o);
    t->tp_free(o);
    Py_DECREF(t);
}

static void reader_releases(PyObject *o)
{
    PyTypeObject *t = Py_TYPE(o);
    PyBuffer_Release(&((holder *)o)->view);
    t->tp_free(o);
    Py_DECREF(t);
}

static PyType_Slot forgetful_slots[] = {
    {Py_tp_init, reader_init}, {Py_tp_dealloc, reader_forgets}, {Py_tp_new, PyType_GenericNew}, {0, NULL}};
/* USE-6: the deallocator forgets the view */
TYPE(ForgetfulReader) = {"faulty_objects.ForgetfulReader", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, forgetful_slots};

/* hash-like: update keeps the memory's view for a short input */
static PyObject *hash_update(PyObject *o, PyObject *data)
{
    Py_buffer view;
    if (PyObject_GetBuffer(data, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    ((holder *)o)->total ^= sum(view.buf, view.len);
    if (view.len < 3) {
        Py_RETURN_NONE;
    }
    PyBuffer_Release(&view);
    Py_RETURN_NONE;
}

static PyObject *hash_digest(PyObject *o, PyObject *n)
{
    return PyLong_FromUnsignedLong(((holder *)o)->total);
}

static PyMethodDef hash_methods[] = {
    {"update", hash_update, METH_O, NULL}, {"digest", hash_digest, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static PyType_Slot hash_slots[] = {
    {Py_tp_dealloc, reader_releases}, {Py_tp_new, PyType_GenericNew}, {Py_tp_methods, hash_methods}, {0, NULL}};
/* USE-6: update loses short input */
TYPE(LosingHash) = {"faulty_objects.LosingHash", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, hash_slots};

/* of a type like BytesIO */
static PyObject *io_write(PyObject *o, PyObject *data)
{
    Py_buffer view;
    if (PyObject_GetBuffer(data, &view, PyBUF_STRIDES)) {
        return NULL;
    }
    ((holder *)o)->total = sum(view.buf, view.len);
    Py_ssize_t n = view.len;
    PyBuffer_Release(&view);
    return PyLong_FromSsize_t(n);
}

static PyObject *io_getvalue(PyObject *o, PyObject *n)
{
    return PyLong_FromUnsignedLong(((holder *)o)->total);
}

static PyMethodDef io_methods[] = {
    {"write", io_write, METH_O, NULL}, {"getvalue", io_getvalue, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static PyType_Slot io_slots[] = {
    {Py_tp_dealloc, reader_releases}, {Py_tp_new, PyType_GenericNew}, {Py_tp_methods, io_methods}, {0, NULL}};
/* USE-3: what is written ignores strides, which only getvalue shows */
TYPE(StridelessIO) = {"faulty_objects.StridelessIO", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, io_slots};

/* constructor that fails after the view is taken, second arg wrong */
static PyObject *ctor_new(PyTypeObject *type, PyObject *args, PyObject *kw)
{
    static char *names[] = {"data", "size", NULL};
    Py_buffer view;
    PyObject *size = NULL;
    if (!PyArg_ParseTupleAndKeywords(args, kw, "y*|O", names, &view, &size)) {
        return NULL;
    }
    holder *r = (holder *)type->tp_alloc(type, 0);
    if (!r) {
        PyBuffer_Release(&view);
        return NULL;
    }
    if (size && !PyLong_Check(size)) {
        PyErr_SetString(PyExc_TypeError, "size must be int");
        Py_DECREF(r);
        return NULL;
    }
    r->view = view;
    return (PyObject *)r;
}

static PyType_Slot ctor_slots[] = {{Py_tp_dealloc, reader_releases}, {Py_tp_new, ctor_new}, {0, NULL}};
/* USE-6: the constructor loses it where the optional size is wrong */
TYPE(LosingConstructor) = {"faulty_objects.LosingConstructor", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, ctor_slots};

/* iterator that holds the view and doesn't release */
static PyObject *chunks_next(PyObject *o)
{
    holder *r = (holder *)o;
    if (r->at >= r->view.len) {
        return NULL;
    }
    return PyLong_FromLong(((unsigned char *)r->view.buf)[r->at++]);
}

static PyType_Slot chunk_slots[] = {
    {Py_tp_dealloc, reader_forgets}, {Py_tp_iter, PyObject_SelfIter}, {Py_tp_iternext, chunks_next}, {0, NULL}};
static PyType_Spec chunk_spec = {"faulty_objects._Chunks", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, chunk_slots};
static PyTypeObject *chunk_type;

/* USE-6: the iterator never releases */
FUNCTION(chunks)
{
    holder *r = (holder *)chunk_type->tp_alloc(chunk_type, 0);
    if (!r) {
        return NULL;
    }
    if (PyObject_GetBuffer(args, &r->view, PyBUF_SIMPLE)) {
        Py_DECREF(r);
        return NULL;
    }
    return (PyObject *)r;
}

/* class method */
static PyObject *from_buffer(PyObject *type, PyObject *data)
{
    Py_buffer view;
    if (PyObject_GetBuffer(data, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    if (view.len % 4) {
        return PyErr_Format(PyExc_ValueError, "multiple of four");
    }
    PyBuffer_Release(&view);
    return ((PyTypeObject *)type)->tp_alloc((PyTypeObject *)type, 0);
}

static PyMethodDef class_methods[] = {{"from_buffer", from_buffer, METH_O | METH_CLASS, NULL}, {NULL, NULL, 0, NULL}};
static PyType_Slot class_slots[] = {{Py_tp_dealloc, reader_releases}, {Py_tp_methods, class_methods}, {0, NULL}};
/* USE-6: a class method loses what is no multiple of four */
TYPE(LosingClassMethod) = {"faulty_objects.LosingClassMethod", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, class_slots};
/* iterates lazily wrong: strides ignored only by the iterator's items */
static PyType_Slot lazy_slots[] = {
    {Py_tp_dealloc, reader_releases}, {Py_tp_iter, PyObject_SelfIter}, {Py_tp_iternext, chunks_next}, {0, NULL}};
static PyType_Spec lazy_spec = {"faulty_objects._Lazy", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, lazy_slots};
static PyTypeObject *lazy_type;

/* USE-3: only the items of the iterator show that strides are ignored */
FUNCTION(lazy_items)
{
    holder *r = (holder *)lazy_type->tp_alloc(lazy_type, 0);
    if (!r) {
        return NULL;
    }
    if (PyObject_GetBuffer(args, &r->view, PyBUF_STRIDES)) {
        Py_DECREF(r);
        return NULL;
    }
    return (PyObject *)r;
}

#define ONE(name) {#name, name, METH_O, NULL}
#define MORE(name) {#name, name, METH_VARARGS, NULL}
#define QUICK(name) {#name, (PyCFunction)(void (*)(void))name, METH_FASTCALL, NULL}
static PyMethodDef methods[] = {ONE(lost_on_large), QUICK(lost_on_offset),
    {"lost_on_keyword", (PyCFunction)(void (*)(void))lost_on_keyword, METH_VARARGS | METH_KEYWORDS,
        "lost_on_keyword($module, /, data, *, level=6)\n--\n\n"},
    MORE(lost_on_mismatch), ONE(readinto), ONE(readinto_text), ONE(remembers), MORE(each), ONE(without_lock),
    ONE(checks_first), ONE(memoryview_lost), ONE(copy_or_nothing), ONE(unsigned_strides), ONE(first_row), ONE(c_string),
    ONE(pairs), ONE(words), ONE(into_tuple), QUICK(keeps_on_wrong), MORE(releases_nothing),
    MORE(released_on_both_paths), ONE(in_a_circle), ONE(strips_writable), ONE(first_byte), ONE(to_contiguous),
    ONE(chunks), ONE(lazy_items), {NULL, NULL, 0, NULL}};

static int add(PyObject *m, PyType_Spec *spec, const char *name, PyTypeObject **keep)
{
    PyObject *t = PyType_FromSpec(spec);
    if (!t) {
        return -1;
    }
    if (keep) {
        *keep = (PyTypeObject *)t;
        return 0;
    }
    return PyModule_AddObject(m, name, t);
}

static int exec_module(PyObject *m)
{
    return add(m, &held_spec, "Held", &held_type) || add(m, &chunk_spec, "_Chunks", &chunk_type) ||
                   add(m, &lazy_spec, "_Lazy", &lazy_type) || add(m, &ForgetfulReader, "ForgetfulReader", NULL) ||
                   add(m, &LosingHash, "LosingHash", NULL) || add(m, &StridelessIO, "StridelessIO", NULL) ||
                   add(m, &LosingConstructor, "LosingConstructor", NULL) ||
                   add(m, &LosingClassMethod, "LosingClassMethod", NULL)
               ? -1
               : 0;
}

static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, exec_module}, {0, NULL}};
static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "faulty_objects", NULL, sizeof(struct state), methods, module_slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_faulty_objects(void)
{
    return PyModuleDef_Init(&definition);
}
