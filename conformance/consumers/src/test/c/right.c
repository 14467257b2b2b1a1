/* Functions without a fault, of every manner that real code has; nothing may be found of them. */
#include "functions.h"

#include <sys/types.h>
#include <unistd.h>

/* Sums and releases. */
static PyObject *summed(Py_buffer *view)
{
    PyObject *result = PyLong_FromUnsignedLong(sum(view->buf, view->len));
    PyBuffer_Release(view);
    return result;
}

/* RIGHT: asks for a single segment */
FUNCTION(simple)
{
    Py_buffer view;
    return PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) == 0 ? summed(&view) : NULL;
}

/* RIGHT: y* */
FUNCTION(parsed)
{
    Py_buffer view;
    return PyArg_ParseTuple(args, "y*", &view) ? summed(&view) : NULL;
}

/* RIGHT: s* takes text too */
FUNCTION(text_too)
{
    Py_buffer view;
    return PyArg_ParseTuple(args, "s*", &view) ? summed(&view) : NULL;
}

/* RIGHT: z* takes None too */
FUNCTION(none_too)
{
    Py_buffer view;
    return PyArg_ParseTuple(args, "z*", &view) ? summed(&view) : NULL;
}

/* RIGHT: y# takes bytes alone, for others it fails */
FUNCTION(bytes_like)
{
    Py_buffer view;
    if (PyUnicode_Check(args) || PyObject_GetBuffer(args, &view, PyBUF_CONTIG_RO) != 0) {
        PyErr_Clear();
        return PyErr_Format(PyExc_TypeError, "a bytes-like object is needed");
    }
    return summed(&view);
}

/* Takes no memory: it dies of whatever is no bytes, and so do others that take an object for one of their own. */
FUNCTION(takes_for_its_own)
{
    if (PyBytes_Check(args) || args == Py_None) {
        Py_RETURN_NONE;
    }
    Py_ssize_t *const *other = (Py_ssize_t *const *)(void *)((char *)args + sizeof(PyObject));
    return PyLong_FromSsize_t(**other);
}

/* RIGHT: gathers strided memory */
FUNCTION(gathers)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_FULL_RO) != 0) {
        return NULL;
    }
    char *copy = PyMem_Malloc(view.len > 0 ? (size_t)view.len : 1);
    if (copy == NULL || PyBuffer_ToContiguous(copy, &view, view.len, 'C') != 0) {
        PyMem_Free(copy);
        PyBuffer_Release(&view);
        return PyErr_Occurred() ? NULL : PyErr_NoMemory();
    }
    PyObject *result = PyLong_FromUnsignedLong(sum(copy, view.len));
    PyMem_Free(copy);
    PyBuffer_Release(&view);
    return result;
}

/* RIGHT: looks at strides and refuses */
FUNCTION(refuses_strides)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_FULL_RO) != 0) {
        return NULL;
    }
    if (!PyBuffer_IsContiguous(&view, 'C')) {
        PyBuffer_Release(&view);
        return PyErr_Format(PyExc_BufferError, "contiguous memory is needed");
    }
    return summed(&view);
}

/* RIGHT: takes bytes alone as items */
FUNCTION(refuses_items)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_ND | PyBUF_FORMAT) != 0) {
        return NULL;
    }
    if (view.itemsize != 1 || view.ndim != 1) {
        PyBuffer_Release(&view);
        return PyErr_Format(PyExc_ValueError, "bytes in one dimension are needed");
    }
    return summed(&view);
}

/* RIGHT: refuses short input */
FUNCTION(refuses_short)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    if (view.len < 4) {
        PyBuffer_Release(&view);
        return PyErr_Format(PyExc_ValueError, "four bytes are needed");
    }
    return summed(&view);
}

/* RIGHT: writes what it asked to write */
FUNCTION(fills)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_WRITABLE) != 0) {
        return NULL;
    }
    if (view.len > 0) {
        memset(view.buf, 'x', (size_t)view.len);
    }
    PyBuffer_Release(&view);
    Py_RETURN_NONE;
}

/* RIGHT: writes in place, w* */
FUNCTION(swaps)
{
    Py_buffer view;
    if (!PyArg_ParseTuple(args, "w*", &view)) {
        return NULL;
    }
    unsigned char *bytes = view.buf;
    for (Py_ssize_t i = 0; i + 1 < view.len; i += 2) {
        unsigned char saved = bytes[i];
        bytes[i] = bytes[i + 1];
        bytes[i + 1] = saved;
    }
    PyBuffer_Release(&view);
    Py_RETURN_NONE;
}

/* RIGHT: keeps the memory on purpose, in a memoryview */
FUNCTION(keeps)
{
    return PyMemoryView_FromObject(args);
}

/* RIGHT: keeps the object in a tuple */
FUNCTION(pairs)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    Py_ssize_t length = view.len;
    PyBuffer_Release(&view);
    return Py_BuildValue("On", args, length);
}

/* RIGHT: returns its argument */
FUNCTION(returns_argument)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    PyBuffer_Release(&view);
    Py_INCREF(args);
    return args;
}

/* RIGHT: an iterator over the memory */
FUNCTION(iterates)
{
    PyObject *view = PyMemoryView_FromObject(args);
    if (view == NULL) {
        return NULL;
    }
    PyObject *iterator = PyObject_GetIter(view);
    Py_DECREF(view);
    return iterator;
}

/* RIGHT: two buffers */
FUNCTION(two)
{
    Py_buffer first, second;
    if (!PyArg_ParseTuple(args, "y*y*", &first, &second)) {
        return NULL;
    }
    PyObject *result = PyLong_FromUnsignedLong(sum(first.buf, first.len) ^ sum(second.buf, second.len));
    PyBuffer_Release(&first);
    PyBuffer_Release(&second);
    return result;
}

/* RIGHT: a number behind the memory */
FUNCTION(with_number)
{
    Py_buffer view;
    long start;
    if (!PyArg_ParseTuple(args, "y*l", &view, &start)) {
        return NULL;
    }
    PyObject *result = PyLong_FromUnsignedLong(sum(view.buf, view.len) + (unsigned long)start);
    PyBuffer_Release(&view);
    return result;
}

/* RIGHT: keywords */
static PyObject *keywords(PyObject *self, PyObject *args, PyObject *names)
{
    static char *known[] = {"data", "start", NULL};
    Py_buffer view;
    long start = 0;
    if (!PyArg_ParseTupleAndKeywords(args, names, "y*|l", known, &view, &start)) {
        return NULL;
    }
    PyObject *result = PyLong_FromUnsignedLong(sum(view.buf, view.len) + (unsigned long)start);
    PyBuffer_Release(&view);
    return result;
}

/* RIGHT: counts its calls, so that no two results are alike */
FUNCTION(counter)
{
    static unsigned long calls;
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    unsigned long total = sum(view.buf, view.len) + ++calls;
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total);
}

/* RIGHT: the address, which is another one each time */
FUNCTION(address)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    PyObject *result = PyLong_FromVoidPtr(view.buf);
    PyBuffer_Release(&view);
    return result;
}

/* RIGHT: asks for a single segment, and looks by itself whether it may be written */
FUNCTION(looks_at_readonly)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    if (view.readonly) {
        PyBuffer_Release(&view);
        return PyErr_Format(PyExc_ValueError, "memory to write is needed");
    }
    if (view.len > 0) {
        memset(view.buf, 'x', (size_t)view.len);
    }
    PyBuffer_Release(&view);
    Py_RETURN_NONE;
}

/* RIGHT: takes bytes and bytearray alone, after a look at any memory; what it does with them fails in the interpreter */
FUNCTION(only_bytes)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_FULL_RO) != 0) {
        return NULL;
    }
    PyBuffer_Release(&view);
    return PyBytes_Check(args) || PyByteArray_Check(args)
        ? PyErr_Format(PyExc_SystemError, "only_bytes returned NULL without setting an exception")
        : PyErr_Format(PyExc_TypeError, "expected bytes");
}

/* RIGHT: releases the lock meanwhile */
FUNCTION(without_lock)
{
    Py_buffer view;
    unsigned long total;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    Py_BEGIN_ALLOW_THREADS
    total = sum(view.buf, view.len);
    Py_END_ALLOW_THREADS
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(total);
}

/* RIGHT: calls back */
FUNCTION(calls_back)
{
    Py_buffer view;
    PyObject *callback;
    if (!PyArg_ParseTuple(args, "y*O", &view, &callback)) {
        return NULL;
    }
    PyObject *bytes = PyBytes_FromStringAndSize(view.buf, view.len);
    PyBuffer_Release(&view);
    if (bytes == NULL) {
        return NULL;
    }
    PyObject *result = PyObject_CallFunctionObjArgs(callback, bytes, NULL);
    Py_DECREF(bytes);
    return result;
}

/* RIGHT: imports a module when it is called first */
FUNCTION(imports_lazily)
{
    PyObject *module = PyImport_ImportModule("colorsys");
    if (module == NULL) {
        return NULL;
    }
    Py_DECREF(module);
    Py_buffer view;
    return PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) == 0 ? summed(&view) : NULL;
}

/* RIGHT: fills a cache once */
FUNCTION(caches_once)
{
    static PyObject *cached;
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    if (cached == NULL) {
        Py_INCREF(args);
        cached = args;
    }
    return summed(&view);
}

/* RIGHT: keeps the latest view for the next call */
FUNCTION(keeps_latest)
{
    static Py_buffer latest;
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    PyBuffer_Release(&latest);
    latest = view;
    return PyLong_FromUnsignedLong(sum(latest.buf, latest.len));
}

/* RIGHT: takes lists too */
FUNCTION(lists_too)
{
    if (PyList_Check(args)) {
        return PyLong_FromSsize_t(PyList_GET_SIZE(args));
    }
    Py_buffer view;
    return PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) == 0 ? summed(&view) : NULL;
}

/* RIGHT: NotImplemented for what it does not know */
FUNCTION(not_implemented)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
        Py_RETURN_NOTIMPLEMENTED;
    }
    return summed(&view);
}

/* RIGHT: tells every failure by None: of its memory, of its length, of another argument */
FUNCTION(tells_none)
{
    Py_buffer view;
    PyObject *data;
    int start;
    if (!PyArg_ParseTuple(args, "Oi", &data, &start)) {
        return NULL;
    }
    if (start < 0 || PyObject_GetBuffer(data, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
        Py_RETURN_NONE;
    }
    if (view.len < 4) {
        PyBuffer_Release(&view);
        Py_RETURN_NONE;
    }
    return summed(&view);
}

/* RIGHT: tells failures by None as well, and gets nowhere without a handle that a scan cannot make, as GDAL's ReadBlock */
FUNCTION(wants_a_handle)
{
    Py_buffer view;
    PyObject *handle, *data;
    if (!PyArg_ParseTuple(args, "OO", &handle, &data)) {
        return NULL;
    }
    if (PyObject_GetBuffer(data, &view, PyBUF_WRITABLE) != 0) {
        PyErr_Clear();
        Py_RETURN_NONE;
    }
    if (!PyCapsule_IsValid(handle, "right.handle")) {
        PyBuffer_Release(&view);
        Py_RETURN_NONE;
    }
    return summed(&view);
}

/* RIGHT: the same with a number for failures, as GDAL's WriteRaster */
FUNCTION(tells_a_number)
{
    Py_buffer view;
    PyObject *handle, *data;
    if (!PyArg_ParseTuple(args, "OO", &handle, &data)) {
        return NULL;
    }
    if (PyObject_GetBuffer(data, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
        return PyLong_FromLong(3);
    }
    PyBuffer_Release(&view);
    return PyLong_FromLong(PyCapsule_IsValid(handle, "right.handle") ? 0 : 3);
}

/* RIGHT: None for what has no memory for it, and any other exception comes through */
FUNCTION(none_where_refused)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) == 0) {
        return summed(&view);
    }
    if (!PyErr_ExceptionMatches(PyExc_TypeError) && !PyErr_ExceptionMatches(PyExc_BufferError)) {
        return NULL;
    }
    PyErr_Clear();
    Py_RETURN_NONE;
}

/* RIGHT: tries to write, and reads where that is refused */
FUNCTION(tries_writing)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_WRITABLE) != 0) {
        PyErr_Clear();
        if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
            return NULL;
        }
    }
    return summed(&view);
}

/* RIGHT: holds the view's owner over the release; torch's asarray does so, and more */
FUNCTION(holds_the_owner)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    PyObject *owner = view.obj; /* an exporter must not leave it NULL */
    Py_INCREF(owner);
    PyObject *result = summed(&view);
    Py_DECREF(owner);
    return result;
}

/* RIGHT: starts a process that comes back as well; a few times only, for where nobody ends it */
FUNCTION(spreads)
{
    static int times;
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    if (times < 4) {
        times++;
        (void)fork();
    }
    return summed(&view);
}

#define TAKES_ONE(name) {#name, name, METH_O, #name "($module, data, /)\n--\n\n"}
#define TAKES_MORE(name) {#name, name, METH_VARARGS, NULL}

static PyMethodDef methods[] = {TAKES_ONE(simple), TAKES_MORE(parsed), TAKES_MORE(text_too), TAKES_MORE(none_too),
    TAKES_ONE(bytes_like), TAKES_ONE(gathers), TAKES_ONE(refuses_strides), TAKES_ONE(refuses_items),
    TAKES_ONE(refuses_short), TAKES_ONE(fills), TAKES_MORE(swaps), TAKES_ONE(keeps), TAKES_ONE(pairs),
    TAKES_ONE(returns_argument), TAKES_ONE(iterates), TAKES_MORE(two), TAKES_MORE(with_number),
    {"keywords", (PyCFunction)(void (*)(void))keywords, METH_VARARGS | METH_KEYWORDS, NULL}, TAKES_ONE(counter),
    TAKES_ONE(address), TAKES_ONE(without_lock), TAKES_MORE(calls_back), TAKES_ONE(imports_lazily),
    TAKES_ONE(caches_once), TAKES_ONE(keeps_latest), TAKES_ONE(lists_too), TAKES_ONE(not_implemented),
    TAKES_MORE(tells_none), TAKES_MORE(wants_a_handle), TAKES_MORE(tells_a_number), TAKES_ONE(none_where_refused),
    TAKES_ONE(looks_at_readonly), TAKES_ONE(only_bytes), TAKES_ONE(tries_writing), TAKES_ONE(spreads), TAKES_ONE(holds_the_owner),
    TAKES_ONE(takes_for_its_own), {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "right", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_right(void)
{
    return PyModule_Create(&definition);
}
