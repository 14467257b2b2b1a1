/* Types, iterators, keywords, fast calls, caches and threads without a fault; nothing may be found of them. */
#include "functions.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct state {
    Py_buffer latest;
    PyObject *last;
    Py_buffer two[2];
    int turn;
    PyObject *cache;
};

static PyObject *summed(Py_buffer *v)
{
    PyObject *r = PyLong_FromUnsignedLong(sum(v->buf, v->len));
    PyBuffer_Release(v);
    return r;
}

/* RIGHT: latest view in the module's state */
FUNCTION(remembers)
{
    struct state *s = PyModule_GetState(self);
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyBuffer_Release(&s->latest);
    s->latest = view;
    return PyLong_FromSsize_t(view.len);
}

/* RIGHT: the two latest views */
FUNCTION(double_buffers)
{
    struct state *s = PyModule_GetState(self);
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    s->turn ^= 1;
    PyBuffer_Release(&s->two[s->turn]);
    s->two[s->turn] = view;
    return PyLong_FromSsize_t(view.len);
}

/* RIGHT: the eight latest objects */
FUNCTION(history)
{
    static PyObject *ring[8];
    static int at;
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyBuffer_Release(&view);
    at = (at + 1) % 8;
    PyObject *old = ring[at];
    Py_INCREF(args);
    ring[at] = args;
    Py_XDECREF(old);
    Py_RETURN_NONE;
}

/* RIGHT: a cache by content, of at most 128 */
FUNCTION(cached)
{
    struct state *s = PyModule_GetState(self);
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyObject *key = PyBytes_FromStringAndSize(view.buf, view.len);
    PyBuffer_Release(&view);
    if (!key) {
        return NULL;
    }
    if (!s->cache && !(s->cache = PyDict_New())) {
        Py_DECREF(key);
        return NULL;
    }
    PyObject *r = PyDict_GetItemWithError(s->cache, key);
    if (r) {
        Py_INCREF(r);
    } else if (!PyErr_Occurred()) {
        r = PyLong_FromSsize_t(PyBytes_GET_SIZE(key));
        if (r && PyDict_Size(s->cache) < 128) {
            PyDict_SetItem(s->cache, key, r);
        }
    }
    Py_DECREF(key);
    return r;
}

/* RIGHT: fast call, offset checked */
FAST(offset)
{
    Py_buffer view;
    if (count != 2) {
        return PyErr_Format(PyExc_TypeError, "offset() takes exactly 2 arguments (%zd given)", count);
    }
    Py_ssize_t offset = PyNumber_AsSsize_t(args[1], PyExc_OverflowError);
    if (offset == -1 && PyErr_Occurred()) {
        return NULL;
    }
    if (PyObject_GetBuffer(args[0], &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    if (offset < 0 || offset > view.len) {
        PyBuffer_Release(&view);
        return PyErr_Format(PyExc_ValueError, "offset out of range");
    }
    unsigned long total = sum((char *)view.buf + offset, view.len - offset);
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total);
}

/* RIGHT: keyword-only */
KEYWORDS(keyword_only)
{
    static char *names[] = {"data", "level", NULL};
    Py_buffer view;
    int level = 6;
    if (!PyArg_ParseTupleAndKeywords(args, kw, "y*|$i", names, &view, &level)) {
        return NULL;
    }
    unsigned long total = sum(view.buf, view.len) + level;
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total);
}

/* RIGHT: equal lengths */
FUNCTION(xored)
{
    Py_buffer a, b;
    if (!PyArg_ParseTuple(args, "y*y*", &a, &b)) {
        return NULL;
    }
    PyObject *r = NULL;
    if (a.len != b.len) {
        PyErr_SetString(PyExc_ValueError, "lengths differ");
    } else if ((r = PyBytes_FromStringAndSize(NULL, a.len))) {
        for (Py_ssize_t i = 0; i < a.len; i++) {
            PyBytes_AS_STRING(r)[i] = ((char *)a.buf)[i] ^ ((char *)b.buf)[i];
        }
    }
    PyBuffer_Release(&a);
    PyBuffer_Release(&b);
    return r;
}

/* RIGHT: readinto of a stream that goes on */
FUNCTION(readinto)
{
    static unsigned char next;
    Py_buffer view;
    if (!PyArg_Parse(args, "w*", &view)) {
        return NULL;
    }
    Py_ssize_t n = view.len < 5 ? view.len : 5;
    for (Py_ssize_t i = 0; i < n; i++) {
        ((unsigned char *)view.buf)[i] = next++;
    }
    PyBuffer_Release(&view);
    return PyLong_FromSsize_t(n);
}

/* RIGHT: random bytes */
FUNCTION(randomizes)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_WRITABLE)) {
        return NULL;
    }
    for (Py_ssize_t i = 0; i < view.len; i++) {
        ((unsigned char *)view.buf)[i] = rand();
    }
    PyBuffer_Release(&view);
    Py_RETURN_NONE;
}

/* RIGHT: random one bit, seldom different */
FUNCTION(coin)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyBuffer_Release(&view);
    return PyLong_FromLong(rand() % 16 == 0);
}

/* RIGHT: the time in seconds is part of the result */
FUNCTION(stamped)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyObject *r = Py_BuildValue("kl", sum(view.buf, view.len), (long)time(NULL));
    PyBuffer_Release(&view);
    return r;
}

/* RIGHT: a counter that goes up every 16th call */
FUNCTION(every_sixteenth)
{
    static unsigned long calls;
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(calls++ / 16);
}

/* RIGHT: callback while the view is held */
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
    PyBuffer_Release(&view);
    return r;
}

/* RIGHT: the exception has the object, and a view of it */
FUNCTION(raises_with_object)
{
    PyObject *m = PyMemoryView_FromObject(args);
    if (!m) {
        return NULL;
    }
    PyObject *value = PyTuple_Pack(3, PyUnicode_FromString("refused"), args, m);
    Py_DECREF(m);
    PyErr_SetObject(PyExc_ValueError, value);
    Py_DECREF(value);
    return NULL;
}

/* RIGHT: the last exception stays in the module's state with its traceback */
FUNCTION(last_error)
{
    struct state *s = PyModule_GetState(self);
    PyObject *m = PyMemoryView_FromObject(args);
    if (!m) {
        return NULL;
    }
    PyObject *old = s->last;
    s->last = PyObject_CallFunctionObjArgs(PyExc_ValueError, m, NULL);
    Py_DECREF(m);
    Py_XDECREF(old);
    if (!s->last) {
        return NULL;
    }
    PyErr_SetObject(PyExc_ValueError, s->last);
    return NULL;
}

/* RIGHT: the result has the type of the argument */
FUNCTION(same_type)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyObject *r = PyByteArray_Check(args) ? PyByteArray_FromStringAndSize(view.buf, view.len)
                                          : PyBytes_FromStringAndSize(view.buf, view.len);
    PyBuffer_Release(&view);
    return r;
}

/* RIGHT: looks first */
FUNCTION(checks_first)
{
    Py_buffer view;
    if (!PyObject_CheckBuffer(args)) {
        return PyErr_Format(PyExc_TypeError, "a bytes-like object is required");
    }
    return PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) ? NULL : summed(&view);
}

/* RIGHT: a memoryview in between */
FUNCTION(by_memoryview)
{
    PyObject *m = PyMemoryView_GetContiguous(args, PyBUF_READ, 'C');
    if (!m) {
        return NULL;
    }
    Py_buffer *v = PyMemoryView_GET_BUFFER(m);
    PyObject *r = PyLong_FromUnsignedLong(sum(v->buf, v->len));
    Py_DECREF(m);
    return r;
}

/* RIGHT: bytes of whatever it is */
FUNCTION(by_bytes)
{
    return PyBytes_FromObject(args);
}

static int walk(Py_buffer *v, int d, char *p, unsigned long *total)
{
    if (d == v->ndim) {
        for (Py_ssize_t i = 0; i < v->itemsize; i++) {
            *total = *total * 31 + ((unsigned char *)p)[i];
        }
        return 0;
    }
    for (Py_ssize_t i = 0; i < v->shape[d]; i++) {
        char *q = p + i * v->strides[d];
        if (v->suboffsets && v->suboffsets[d] >= 0) {
            q = *(char **)q + v->suboffsets[d];
        }
        walk(v, d + 1, q, total);
    }
    return 0;
}

/* RIGHT: steps, rows, pointers */
FUNCTION(walks)
{
    Py_buffer v;
    unsigned long total = 0;
    if (PyObject_GetBuffer(args, &v, PyBUF_FULL_RO)) {
        return NULL;
    }
    walk(&v, 0, v.buf, &total);
    PyBuffer_Release(&v);
    return PyLong_FromUnsignedLong(total & 0xffffffff);
}

/* RIGHT: adds items of the format it is told, item by item */
FUNCTION(adds_items)
{
    Py_buffer v;
    unsigned long long total = 0;
    if (PyObject_GetBuffer(args, &v, PyBUF_C_CONTIGUOUS | PyBUF_FORMAT)) {
        return NULL;
    }
    const char *f = v.format ? v.format : "B";
    for (Py_ssize_t i = 0; i < v.len / v.itemsize; i++) {
        if (!strcmp(f, "B")) {
            total += ((unsigned char *)v.buf)[i];
        } else if (!strcmp(f, "H")) {
            total += ((unsigned short *)v.buf)[i];
        } else if (!strcmp(f, "I")) {
            total += ((unsigned int *)v.buf)[i];
        } else {
            PyBuffer_Release(&v);
            return PyErr_Format(PyExc_TypeError, "items %s", f);
        }
    }
    PyBuffer_Release(&v);
    return PyLong_FromUnsignedLongLong(total);
}

/* RIGHT: bytes and str are the text of a number to it, as to numpy; of anything else it adds the items */
FUNCTION(text_or_items)
{
    if (PyBytes_Check(args) || PyUnicode_Check(args)) {
        return PyFloat_FromString(args);
    }
    Py_buffer v;
    if (PyObject_GetBuffer(args, &v, PyBUF_FULL_RO)) {
        return NULL;
    }
    unsigned long total = 0;
    walk(&v, 0, v.buf, &total);
    PyBuffer_Release(&v);
    return PyFloat_FromDouble((double)(total & 0xffffffff));
}

/* RIGHT: memory is the text of a number, and of what is no text the first item counts, as to functions of f2py */
FUNCTION(text_or_first)
{
    PyObject *number = PyNumber_Float(args);
    if (number || !PySequence_Check(args)) {
        return number;
    }
    PyErr_Clear();
    PyObject *first = PySequence_GetItem(args, 0);
    number = first ? PyNumber_Float(first) : NULL;
    Py_XDECREF(first);
    return number;
}

/* RIGHT: adds the numbers of a sequence, which bytes are; what is none is the text of a number, as to float() */
FUNCTION(numbers)
{
    if (!PySequence_Check(args)) {
        return PyNumber_Float(args);
    }
    double total = 0;
    Py_ssize_t n = PySequence_Size(args);
    for (Py_ssize_t i = 0; i < n; i++) {
        PyObject *item = PySequence_GetItem(args, i);
        double value = item ? PyFloat_AsDouble(item) : -1;
        Py_XDECREF(item);
        if (PyErr_Occurred()) {
            return NULL;
        }
        total += value;
    }
    return n < 0 ? NULL : PyFloat_FromDouble(total);
}

/* RIGHT: wants memory that can be written without asking for it, as arrays of Cython do; bytes are text to it */
FUNCTION(fills_items)
{
    if (PyBytes_Check(args)) {
        return PyErr_Format(PyExc_ValueError, "text");
    }
    Py_buffer v;
    if (PyObject_GetBuffer(args, &v, PyBUF_FULL_RO)) {
        return NULL;
    }
    if (v.readonly) {
        PyBuffer_Release(&v);
        return PyErr_Format(PyExc_ValueError, "read-only");
    }
    unsigned long total = 0;
    walk(&v, 0, v.buf, &total);
    PyBuffer_Release(&v);
    return PyLong_FromUnsignedLong(total & 0xffffffff);
}

/* RIGHT: says whether it is the name of a file; what cannot be is none */
FUNCTION(names_a_file)
{
    PyObject *name = PyBytes_FromObject(args);
    if (name == NULL && PyErr_ExceptionMatches(PyExc_ValueError)) {
        PyErr_Clear();
        Py_RETURN_FALSE;
    }
    int empty = name != NULL && PyObject_Size(name) == 0;
    Py_XDECREF(name);
    return name == NULL ? NULL : PyBool_FromLong(!empty);
}

/* RIGHT: tells the shape */
FUNCTION(shape)
{
    Py_buffer v;
    if (PyObject_GetBuffer(args, &v, PyBUF_FULL_RO)) {
        return NULL;
    }
    PyObject *r = PyList_New(v.ndim);
    for (int i = 0; r && i < v.ndim; i++) {
        PyList_SET_ITEM(r, i, PyLong_FromSsize_t(v.shape[i]));
    }
    PyBuffer_Release(&v);
    return r;
}

/* RIGHT: rows as lists */
FUNCTION(rows)
{
    PyObject *m = PyMemoryView_FromObject(args);
    if (!m) {
        return NULL;
    }
    PyObject *r = PyObject_CallMethod(m, "tolist", NULL);
    Py_DECREF(m);
    return r;
}

/* RIGHT: a number gives zeros */
FUNCTION(zeros_or_copy)
{
    if (PyLong_Check(args)) {
        Py_ssize_t n = PyLong_AsSsize_t(args);
        if (n < 0 && PyErr_Occurred()) {
            return NULL;
        }
        return n < 0 || n > 1 << 20 ? PyErr_Format(PyExc_ValueError, "size") : PyBytes_FromStringAndSize(NULL, 0);
    }
    Py_buffer view;
    return PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) ? NULL : summed(&view);
}

/* RIGHT: what is no memory is gone through; TypeError alone leads there */
FUNCTION(or_items)
{
    Py_buffer view;
    if (PyObject_CheckBuffer(args)) {
        return PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) ? NULL : summed(&view);
    }
    PyObject *it = PyObject_GetIter(args);
    if (!it) {
        return NULL;
    }
    Py_DECREF(it);
    Py_RETURN_NONE;
}

/* RIGHT: in place where it may write, otherwise a copy */
FUNCTION(masks)
{
    Py_buffer v;
    if (PyObject_GetBuffer(args, &v, PyBUF_WRITABLE) == 0) {
        for (Py_ssize_t i = 0; i < v.len; i++) {
            ((unsigned char *)v.buf)[i] ^= 0x55;
        }
    } else {
        PyErr_Clear();
        if (PyObject_GetBuffer(args, &v, PyBUF_SIMPLE)) {
            return NULL;
        }
        PyObject *r = PyBytes_FromStringAndSize(v.buf, v.len);
        if (r) {
            for (Py_ssize_t i = 0; i < v.len; i++) {
                PyBytes_AS_STRING(r)[i] ^= 0x55;
            }
        }
        PyBuffer_Release(&v);
        return r;
    }
    PyObject *r = PyBytes_FromStringAndSize(v.buf, v.len);
    PyBuffer_Release(&v);
    return r;
}

/* RIGHT: copies into another one */
FUNCTION(copy_into)
{
    Py_buffer a, b;
    if (!PyArg_ParseTuple(args, "y*w*", &a, &b)) {
        return NULL;
    }
    Py_ssize_t n = a.len < b.len ? a.len : b.len;
    memmove(b.buf, a.buf, n);
    PyBuffer_Release(&a);
    PyBuffer_Release(&b);
    return PyLong_FromSsize_t(n);
}

struct job {
    Py_buffer view;
};

static void *work(void *p)
{
    struct job *j = p;
    usleep(30000);
    PyGILState_STATE g = PyGILState_Ensure();
    PyBuffer_Release(&j->view);
    PyGILState_Release(g);
    free(j);
    return NULL;
}

/* RIGHT: another thread works on it, and lets go when it is through */
FUNCTION(in_background)
{
    struct job *j = calloc(1, sizeof *j);
    pthread_t t;
    if (!j) {
        return PyErr_NoMemory();
    }
    if (PyObject_GetBuffer(args, &j->view, PyBUF_SIMPLE)) {
        free(j);
        return NULL;
    }
    if (pthread_create(&t, NULL, work, j)) {
        PyBuffer_Release(&j->view);
        free(j);
        return PyErr_Format(PyExc_OSError, "no thread");
    }
    pthread_detach(t);
    Py_RETURN_NONE;
}

/* RIGHT: through a pipe */
FUNCTION(through_pipe)
{
    Py_buffer v;
    int fd[2];
    if (PyObject_GetBuffer(args, &v, PyBUF_SIMPLE)) {
        return NULL;
    }
    if (pipe(fd)) {
        PyBuffer_Release(&v);
        return PyErr_SetFromErrno(PyExc_OSError);
    }
    ssize_t n = write(fd[1], v.buf, v.len < 1000 ? v.len : 1000);
    close(fd[0]);
    close(fd[1]);
    PyBuffer_Release(&v);
    return n < 0 ? PyErr_SetFromErrno(PyExc_OSError) : PyLong_FromSsize_t(n);
}

/* RIGHT: hash or address of the object */
FUNCTION(identity)
{
    Py_buffer v;
    if (PyObject_GetBuffer(args, &v, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyBuffer_Release(&v);
    return PyLong_FromVoidPtr(args);
}

/* RIGHT: has a reference to the view's owner, as bytes.partition has: every exporter names one */
FUNCTION(through_owner)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyObject *owner = view.obj;
    Py_INCREF(owner);
    PyObject *r = summed(&view);
    Py_DECREF(owner);
    return r;
}

/* RIGHT: slices of a memoryview in a list */
FUNCTION(halves)
{
    PyObject *m = PyMemoryView_FromObject(args);
    if (!m) {
        return NULL;
    }
    Py_ssize_t n = PyObject_Length(m);
    if (n < 0) {
        Py_DECREF(m);
        return NULL;
    }
    PyObject *a = PySequence_GetSlice(m, 0, n / 2), *b = a ? PySequence_GetSlice(m, n / 2, n) : NULL;
    Py_DECREF(m);
    PyObject *r = a && b ? PyList_New(2) : NULL;
    if (r) {
        PyList_SET_ITEM(r, 0, a);
        PyList_SET_ITEM(r, 1, b);
    } else {
        Py_XDECREF(a);
        Py_XDECREF(b);
    }
    return r;
}

/* RIGHT: in a circle that the collector sees */
FUNCTION(in_a_circle)
{
    PyObject *m = PyMemoryView_FromObject(args);
    if (!m) {
        return NULL;
    }
    PyObject *l = PyList_New(0);
    if (!l || PyList_Append(l, m) || PyList_Append(l, l)) {
        Py_XDECREF(l);
        Py_DECREF(m);
        return NULL;
    }
    Py_DECREF(m);
    Py_DECREF(l);
    Py_RETURN_NONE;
}

typedef struct {
    PyObject_HEAD Py_buffer view;
    Py_ssize_t at;
    unsigned long total;
    int held;
} holder;

static int reader_init(PyObject *o, PyObject *args, PyObject *kw)
{
    holder *r = (holder *)o;
    static char *names[] = {"data", NULL};
    Py_buffer v;
    if (!PyArg_ParseTupleAndKeywords(args, kw, "y*", names, &v)) {
        return -1;
    }
    PyBuffer_Release(&r->view);
    r->view = v;
    return 0;
}

static void reader_dealloc(PyObject *o)
{
    PyTypeObject *t = Py_TYPE(o);
    PyBuffer_Release(&((holder *)o)->view);
    t->tp_free(o);
    Py_DECREF(t);
}

static PyObject *reader_close(PyObject *o, PyObject *n)
{
    PyBuffer_Release(&((holder *)o)->view);
    Py_RETURN_NONE;
}

static PyObject *reader_exit(PyObject *o, PyObject *n)
{
    PyBuffer_Release(&((holder *)o)->view);
    Py_RETURN_NONE;
}

static PyObject *reader_enter(PyObject *o, PyObject *n)
{
    Py_INCREF(o);
    return o;
}

static PyObject *reader_next(PyObject *o)
{
    holder *r = (holder *)o;
    return r->at < r->view.len ? PyLong_FromLong(((unsigned char *)r->view.buf)[r->at++]) : NULL;
}

static PyMethodDef reader_methods[] = {{"close", reader_close, METH_NOARGS, NULL},
    {"__enter__", reader_enter, METH_NOARGS, NULL}, {"__exit__", reader_exit, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL}};

static int reader_get(PyObject *o, Py_buffer *v, int flags)
{
    holder *r = (holder *)o;
    return PyBuffer_FillInfo(v, o, r->view.buf, r->view.len, 1, flags);
}

static PyType_Slot reader_slots[] = {{Py_tp_init, reader_init}, {Py_tp_dealloc, reader_dealloc},
    {Py_tp_new, PyType_GenericNew}, {Py_tp_methods, reader_methods}, {Py_tp_iter, PyObject_SelfIter},
    {Py_tp_iternext, reader_next}, {0, NULL}};
/* RIGHT: keeps its memory, context manager, iterator */
TYPE(Reader) = {"right_objects.Reader", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, reader_slots};
#if PY_VERSION_HEX >= 0x03090000
static PyType_Slot blob_slots[] = {{Py_tp_init, reader_init}, {Py_tp_dealloc, reader_dealloc},
    {Py_tp_new, PyType_GenericNew}, {Py_bf_getbuffer, reader_get}, {0, NULL}};
/* RIGHT: offers the memory that it keeps */
TYPE(Blob) = {"right_objects.Blob", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, blob_slots};
#endif
static PyObject *hash_update(PyObject *o, PyObject *data)
{
    Py_buffer view;
    if (PyObject_GetBuffer(data, &view, PyBUF_SIMPLE)) {
        return NULL;
    }
    ((holder *)o)->total = ((holder *)o)->total * 7 ^ sum(view.buf, view.len);
    PyBuffer_Release(&view);
    Py_RETURN_NONE;
}

static PyObject *hash_digest(PyObject *o, PyObject *n)
{
    return PyLong_FromUnsignedLong(((holder *)o)->total);
}

static PyMethodDef hash_methods[] = {
    {"update", hash_update, METH_O, NULL}, {"hexdigest", hash_digest, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static PyType_Slot hash_slots[] = {
    {Py_tp_dealloc, reader_dealloc}, {Py_tp_new, PyType_GenericNew}, {Py_tp_methods, hash_methods}, {0, NULL}};
/* RIGHT: a hash */
TYPE(Hash) = {"right_objects.Hash", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, hash_slots};

static PyObject *io_write(PyObject *o, PyObject *data)
{
    Py_buffer v;

    if (PyObject_GetBuffer(data, &v, PyBUF_CONTIG_RO)) {
        return NULL;
    }
    ((holder *)o)->total += sum(v.buf, v.len);
    Py_ssize_t n = v.len;
    PyBuffer_Release(&v);
    return PyLong_FromSsize_t(n);
}

static PyObject *io_feed(PyObject *o, PyObject *data)
{
    holder *r = (holder *)o;
    Py_buffer v;
    if (PyObject_GetBuffer(data, &v, PyBUF_SIMPLE)) {
        return NULL;
    }
    PyBuffer_Release(&r->view);
    r->view = v; /* until next feed */
    Py_RETURN_NONE;
}

static PyMethodDef io_methods[] = {{"write", io_write, METH_O, NULL}, {"feed", io_feed, METH_O, NULL},
    {"getvalue", hash_digest, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static PyType_Slot io_slots[] = {
    {Py_tp_dealloc, reader_dealloc}, {Py_tp_new, PyType_GenericNew}, {Py_tp_methods, io_methods}, {0, NULL}};
/* RIGHT: writes like BytesIO, and keeps what it is fed until it is fed again */
TYPE(IO) = {"right_objects.IO", sizeof(holder), 0, Py_TPFLAGS_DEFAULT, io_slots};

typedef struct {
    PyObject_HEAD
    PyObject *of;
} lazy;

static PyObject *lazy_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    PyObject *of;
    (void)names;
    if (!PyArg_ParseTuple(args, "O", &of)) {
        return NULL;
    }
    lazy *l = (lazy *)type->tp_alloc(type, 0);
    if (l) {
        Py_INCREF(of);
        l->of = of;
    }
    return (PyObject *)l;
}

static void lazy_dealloc(PyObject *o)
{
    PyTypeObject *type = Py_TYPE(o);
    Py_XDECREF(((lazy *)o)->of);
    type->tp_free(o);
    Py_DECREF(type);
}

#if PY_VERSION_HEX >= 0x03090000
static int lazy_getbuffer(PyObject *o, Py_buffer *view, int flags)
{
    return PyObject_GetBuffer(((lazy *)o)->of, view, flags);
}

static PyType_Slot lazy_slots[] = {
    {Py_tp_dealloc, lazy_dealloc}, {Py_tp_new, lazy_new}, {Py_bf_getbuffer, lazy_getbuffer}, {0, NULL}};
/* RIGHT: asks its object for memory when it is asked itself, and refuses what that refuses */
TYPE(Lazy) = {"right_objects.Lazy", sizeof(lazy), 0, Py_TPFLAGS_DEFAULT, lazy_slots};

typedef struct {
    PyObject_HEAD
    void *at;
    Py_ssize_t size;
} address;

static PyObject *address_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    PyObject *of;
    void *at;
    Py_ssize_t size = -1;
    (void)names;
    if (!PyArg_ParseTuple(args, "O", &of)) {
        return NULL;
    }
    if (PyLong_Check(of)) {
        at = PyLong_AsVoidPtr(of);
        if (at == NULL && PyErr_Occurred()) {
            return NULL;
        }
    } else {
        Py_buffer view;
        if (PyObject_GetBuffer(of, &view, PyBUF_SIMPLE)) {
            return NULL;
        }
        at = view.buf;
        size = view.len;
        PyBuffer_Release(&view);
    }
    address *a = (address *)type->tp_alloc(type, 0);
    if (a) {
        a->at = at;
        a->size = size;
    }
    return (PyObject *)a;
}

static void address_dealloc(PyObject *o)
{
    PyTypeObject *type = Py_TYPE(o);
    type->tp_free(o);
    Py_DECREF(type);
}

static PyObject *address_int(PyObject *o)
{
    return PyLong_FromVoidPtr(((address *)o)->at);
}

static int address_getbuffer(PyObject *o, Py_buffer *view, int flags)
{
    address *a = (address *)o;
    if (a->size < 0) {
        PyErr_SetString(PyExc_TypeError, "the size is not known");
        view->obj = NULL;
        return -1;
    }
    return PyBuffer_FillInfo(view, o, a->at, a->size, 1, flags);
}

static PyType_Slot address_slots[] = {{Py_tp_dealloc, address_dealloc}, {Py_tp_new, address_new},
    {Py_nb_int, address_int}, {Py_bf_getbuffer, address_getbuffer}, {0, NULL}};
/* RIGHT: an address, as of a number; who looks there sees to it that there is something */
TYPE(Address) = {"right_objects.Address", sizeof(address), 0, Py_TPFLAGS_DEFAULT, address_slots};
#endif

#define ONE(name) {#name, name, METH_O, NULL}
#define MORE(name) {#name, name, METH_VARARGS, NULL}
#define QUICK(name) {#name, (PyCFunction)(void (*)(void))name, METH_FASTCALL, NULL}
static PyMethodDef methods[] = {ONE(remembers), ONE(double_buffers), ONE(history), ONE(cached), QUICK(offset),
    {"keyword_only", (PyCFunction)(void (*)(void))keyword_only, METH_VARARGS | METH_KEYWORDS,
        "keyword_only($module, /, data, *, level=6)\n--\n\n"},
    MORE(xored), ONE(readinto), ONE(randomizes), ONE(coin), ONE(stamped), ONE(every_sixteenth), MORE(each),
    ONE(raises_with_object), ONE(last_error), ONE(same_type), ONE(checks_first), ONE(by_memoryview), ONE(by_bytes),
    ONE(walks), ONE(adds_items), ONE(text_or_items), ONE(text_or_first), ONE(numbers), ONE(fills_items), ONE(names_a_file), ONE(shape), ONE(rows), ONE(zeros_or_copy), ONE(or_items), ONE(masks), MORE(copy_into),
    ONE(in_background), ONE(through_pipe), ONE(identity), ONE(through_owner), ONE(halves), ONE(in_a_circle), {NULL, NULL, 0, NULL}};

static int add(PyObject *m, PyType_Spec *spec, const char *name)
{
    PyObject *t = PyType_FromSpec(spec);
    return t ? PyModule_AddObject(m, name, t) : -1;
}

static int exec_module(PyObject *m)
{
    if (add(m, &Reader, "Reader") || add(m, &Hash, "Hash") || add(m, &IO, "IO")) {
        return -1;
    }
#if PY_VERSION_HEX >= 0x03090000
    if (add(m, &Blob, "Blob") || add(m, &Lazy, "Lazy") || add(m, &Address, "Address")) {
        return -1;
    }
#endif
    return 0;
}

static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, exec_module}, {0, NULL}};
static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "right_objects", NULL, sizeof(struct state), methods, module_slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_right_objects(void)
{
    return PyModuleDef_Init(&definition);
}
