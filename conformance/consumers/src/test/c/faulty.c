/* Functions with one fault of real code each; the clause that has to catch it stands in front of each. */
#include "functions.h"

static PyObject *summed(const Py_buffer *view)
{
    return PyLong_FromUnsignedLong(sum(view->buf, view->len));
}

#define GET(object, view, flags) \
    if (PyObject_GetBuffer(object, view, flags) != 0) { \
        return NULL; \
    }

/* USE-6: never released */
FUNCTION(never_released)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    return summed(&view);
}

/* USE-6: lost on a short input */
FUNCTION(lost_on_short)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    if (view.len < 4) {
        PyErr_SetString(PyExc_ValueError, "too short");
        return NULL;
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-6: lost on an empty input */
FUNCTION(lost_on_empty)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    if (view.len == 0) {
        return PyLong_FromLong(0);
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-6: lost where the second argument is wrong */
FUNCTION(lost_on_wrong_argument)
{
    Py_buffer view;
    PyObject *second;
    if (!PyArg_ParseTuple(args, "y*O", &view, &second)) {
        return NULL;
    }
    long start = PyLong_AsLong(second);
    if (start == -1 && PyErr_Occurred()) {
        return NULL;
    }
    PyObject *result = PyLong_FromUnsignedLong(sum(view.buf, view.len) + (unsigned long)start);
    PyBuffer_Release(&view);
    return result;
}

/* USE-6: the first one is lost where the second one fails */
FUNCTION(lost_first_of_two)
{
    PyObject *one, *other;
    Py_buffer first, second;
    if (!PyArg_ParseTuple(args, "OO", &one, &other)) {
        return NULL;
    }
    GET(one, &first, PyBUF_SIMPLE)
    GET(other, &second, PyBUF_SIMPLE)
    PyObject *result = PyLong_FromUnsignedLong(sum(first.buf, first.len) + sum(second.buf, second.len));
    PyBuffer_Release(&first);
    PyBuffer_Release(&second);
    return result;
}

/* USE-6: the second one is never released */
FUNCTION(lost_second_of_two)
{
    Py_buffer first, second;
    if (!PyArg_ParseTuple(args, "y*y*", &first, &second)) {
        return NULL;
    }
    PyObject *result = PyLong_FromUnsignedLong(sum(first.buf, first.len) + sum(second.buf, second.len));
    PyBuffer_Release(&first);
    return result;
}

/* USE-6: a copy of the view is released as well */
FUNCTION(released_twice)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    Py_buffer copy = view;
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    Py_XINCREF(copy.obj); /* hides that it gives a reference away that it does not have */
    PyBuffer_Release(&copy);
    return result;
}

/* USE-6: released twice where the input is short */
FUNCTION(released_twice_on_short)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    Py_buffer copy = view;
    PyObject *result = view.len < 4 ? PyErr_Format(PyExc_ValueError, "too short") : summed(&view);
    if (result == NULL) {
        Py_XINCREF(copy.obj);
        PyBuffer_Release(&copy);
    }
    PyBuffer_Release(&view);
    return result;
}

/* USE-6: through the object and not through the view's owner */
FUNCTION(released_through_object)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = summed(&view);
    PyBufferProcs *procs = Py_TYPE(args)->tp_as_buffer;
    if (procs != NULL && procs->bf_releasebuffer != NULL) {
        procs->bf_releasebuffer(args, &view);
    }
    Py_CLEAR(view.obj);
    return result;
}

/* USE-6: a view for each attempt, one release */
FUNCTION(two_views_one_release)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    Py_ssize_t length = view.len;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = PyLong_FromUnsignedLong(sum(view.buf, length));
    PyBuffer_Release(&view);
    return result;
}

/* USE-5: the exception is cleared, and 0 returned */
FUNCTION(swallows)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
        return PyLong_FromLong(0);
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-5: any exception is cleared, and None returned, while other failures are told by exceptions */
FUNCTION(swallows_for_none)
{
    Py_buffer view;
    PyObject *data;
    int start;
    if (!PyArg_ParseTuple(args, "Oi", &data, &start)) {
        return NULL;
    }
    if (start < 0) {
        return PyErr_Format(PyExc_ValueError, "a number of at least 0 is needed");
    }
    if (PyObject_GetBuffer(data, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
        Py_RETURN_NONE;
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-5: any exception is cleared, and None returned, which stands for success, too */
FUNCTION(swallows_and_fills)
{
    Py_buffer view;
    PyObject *data;
    unsigned char byte;
    if (!PyArg_ParseTuple(args, "Ob", &data, &byte)) {
        return NULL;
    }
    if (PyObject_GetBuffer(data, &view, PyBUF_WRITABLE) != 0) {
        PyErr_Clear();
        Py_RETURN_NONE;
    }
    memset(view.buf, byte, (size_t)view.len);
    PyBuffer_Release(&view);
    Py_RETURN_NONE;
}

/* USE-5: swallows all but TypeError */
FUNCTION(swallows_some)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        if (PyErr_ExceptionMatches(PyExc_TypeError)) {
            return NULL;
        }
        PyErr_Clear();
        Py_RETURN_NONE;
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-5: a result with an exception set */
FUNCTION(leaves_exception)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return PyLong_FromLong(-1);
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-5: fails without an exception */
FUNCTION(fails_silently)
{
    Py_buffer view;
    if (PyObject_GetBuffer(args, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
        return NULL;
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-5: the result code is ignored, the length is 0 then */
FUNCTION(ignores_code)
{
    Py_buffer view;
    memset(&view, 0, sizeof(view));
    (void)PyObject_GetBuffer(args, &view, PyBUF_SIMPLE);
    PyErr_Clear();
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-2: SystemError for what is no exporter */
FUNCTION(no_exception_for_others)
{
    if (!PyObject_CheckBuffer(args)) {
        return NULL;
    }
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-2: calls the type's function without a look */
FUNCTION(assumes_exporter)
{
    Py_buffer view;
    if (Py_TYPE(args)->tp_as_buffer->bf_getbuffer(args, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-3: strides ignored */
FUNCTION(ignores_strides)
{
    Py_buffer view;
    GET(args, &view, PyBUF_STRIDED_RO)
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-3: takes Fortran order for C order */
FUNCTION(any_contiguous)
{
    Py_buffer view;
    GET(args, &view, PyBUF_ANY_CONTIGUOUS)
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-3: strides honoured, pointers ignored */
FUNCTION(ignores_suboffsets)
{
    Py_buffer view;
    GET(args, &view, PyBUF_FULL_RO)
    if (view.suboffsets == NULL && !PyBuffer_IsContiguous(&view, 'C')) {
        PyBuffer_Release(&view);
        return PyErr_Format(PyExc_BufferError, "not contiguous");
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-4: counts items */
FUNCTION(counts_items)
{
    Py_buffer view;
    GET(args, &view, PyBUF_ND)
    PyObject *result = PyLong_FromUnsignedLong(sum(view.buf, view.shape[0]));
    PyBuffer_Release(&view);
    return result;
}

/* USE-4: the length of the Python object is taken for the number of bytes */
FUNCTION(length_of_object)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    Py_ssize_t length = view.itemsize > 1 ? view.len / view.itemsize : view.len;
    PyObject *result = PyBytes_FromStringAndSize(view.buf, length);
    PyBuffer_Release(&view);
    return result;
}

/* USE-4: items are counted in bytes twice */
FUNCTION(items_twice)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = PyLong_FromUnsignedLong(sum(view.buf, view.len * view.itemsize));
    PyBuffer_Release(&view);
    return result;
}

/* USE-7: keeps a reference */
FUNCTION(keeps_reference)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    Py_INCREF(args);
    return result;
}

/* USE-7: keeps a reference where the exporter fails */
FUNCTION(keeps_reference_on_failure)
{
    Py_buffer view;
    Py_INCREF(args);
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    Py_DECREF(args);
    return result;
}

/* USE-7: gives a reference away */
FUNCTION(steals_reference)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    Py_DECREF(args);
    return result;
}

/* USE-7: gives a reference away where the input is short */
FUNCTION(steals_reference_on_short)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = summed(&view);
    if (view.len < 4) {
        Py_DECREF(args);
        Py_CLEAR(result);
        PyErr_SetString(PyExc_ValueError, "too short");
    }
    PyBuffer_Release(&view);
    return result;
}

/* USE-8: writes what it asked for reading */
FUNCTION(writes_without_asking)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    if (view.len > 0) {
        ((unsigned char *)view.buf)[0] ^= 1;
        ((unsigned char *)view.buf)[0] ^= 1;
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-8: a zero behind the text, and the byte put back only where it was a letter */
FUNCTION(changes_bytes)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = summed(&view);
    if (PyBytes_CheckExact(args) && view.len > 1) {
        ((unsigned char *)view.buf)[view.len - 1] = 0;
    }
    PyBuffer_Release(&view);
    return result;
}

/* USE-9: looks for a zero behind the last byte */
FUNCTION(reads_behind)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    const volatile unsigned char *bytes = view.buf;
    unsigned char behind = bytes[view.len];
    (void)behind;
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-9: reads before the first byte */
FUNCTION(reads_before)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    const volatile unsigned char *bytes = view.buf;
    unsigned char before = bytes[-1];
    (void)before;
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-9: reads after the release */
FUNCTION(reads_after_release)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    const unsigned char *bytes = view.buf;
    Py_ssize_t length = view.len;
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(sum(bytes, length));
}

/* USE-9: the result is made after the release */
FUNCTION(copies_after_release)
{
    const char *bytes;
    Py_ssize_t length;
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    bytes = view.buf;
    length = view.len;
    PyBuffer_Release(&view);
    return PyBytes_FromStringAndSize(bytes, length);
}

/* USE-9: reads the last byte of memory without any */
FUNCTION(last_byte_of_none)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    const volatile unsigned char *bytes = view.buf;
    long last = bytes == NULL ? 0 : bytes[view.len - 1];
    PyBuffer_Release(&view);
    return PyLong_FromLong(last);
}

/* USE-9: writes a zero behind the last byte */
FUNCTION(writes_behind)
{
    Py_buffer view;
    GET(args, &view, PyBUF_WRITABLE)
    volatile unsigned char *bytes = view.buf;
    unsigned char saved = bytes == NULL ? 0 : bytes[view.len];
    if (bytes != NULL) {
        bytes[view.len] = saved;
    }
    PyObject *result = summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-9: eight bytes are copied whatever the length */
FUNCTION(fixed_length)
{
    unsigned char word[8];
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    if (view.buf == NULL) {
        memset(word, 0, sizeof(word));
    } else {
        memcpy(word, view.buf, sizeof(word));
    }
    PyBuffer_Release(&view);
    return PyLong_FromLong(word[0]);
}

/* USE-10: NULL followed */
FUNCTION(follows_null)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    const volatile unsigned char *bytes = view.buf;
    unsigned long first = 0;
    if (bytes == NULL || view.len > 0) {
        first = bytes[0];
    }
    PyBuffer_Release(&view);
    return PyLong_FromUnsignedLong(first);
}

/* USE-10: NULL taken for a failure */
FUNCTION(null_is_failure)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = view.buf == NULL ? NULL : summed(&view);
    PyBuffer_Release(&view);
    return result;
}

/* USE-6: a pointer that is NULL is taken for no view */
FUNCTION(lost_at_null)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = summed(&view);
    if (view.buf != NULL) {
        PyBuffer_Release(&view);
    }
    return result;
}

/* USE-1: another result for anything but bytes */
FUNCTION(bytes_alone)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = PyBytes_Check(args) ? summed(&view) : PyLong_FromLong((long)view.len);
    PyBuffer_Release(&view);
    return result;
}

/* USE-1: up to the first zero, where it is no bytes object */
FUNCTION(string_of_others)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    Py_ssize_t length = view.len;
    if (!PyBytes_Check(args)) {
        for (length = 0; length < view.len && ((const char *)view.buf)[length] != 0; length++) {
        }
    }
    PyObject *result = PyBytes_FromStringAndSize(view.buf, length);
    PyBuffer_Release(&view);
    return result;
}

/* USE-1: SystemError for writable memory */
FUNCTION(refuses_writable_silently)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = view.readonly ? summed(&view) : NULL;
    PyBuffer_Release(&view);
    return result;
}

/* USE-12: a bytearray stays locked; nothing else does */
FUNCTION(locks_bytearray)
{
    Py_buffer view;
    GET(args, &view, PyBUF_SIMPLE)
    PyObject *result = summed(&view);
    if (!PyByteArray_Check(args)) {
        PyBuffer_Release(&view);
    }
    return result;
}

#define TAKES_ONE(name) {#name, name, METH_O, #name "($module, data, /)\n--\n\n"}
#define TAKES_MORE(name) {#name, name, METH_VARARGS, NULL}

static PyMethodDef methods[] = {TAKES_ONE(never_released), TAKES_ONE(lost_on_short), TAKES_ONE(lost_on_empty),
    TAKES_MORE(lost_on_wrong_argument), TAKES_MORE(lost_first_of_two), TAKES_MORE(lost_second_of_two),
    TAKES_ONE(released_twice), TAKES_ONE(released_twice_on_short), TAKES_ONE(released_through_object),
    TAKES_ONE(two_views_one_release), TAKES_ONE(swallows), TAKES_MORE(swallows_for_none),
    TAKES_MORE(swallows_and_fills), TAKES_ONE(swallows_some), TAKES_ONE(leaves_exception),
    TAKES_ONE(fails_silently), TAKES_ONE(ignores_code), TAKES_ONE(no_exception_for_others),
    TAKES_ONE(assumes_exporter), TAKES_ONE(ignores_strides), TAKES_ONE(any_contiguous), TAKES_ONE(ignores_suboffsets),
    TAKES_ONE(counts_items), TAKES_ONE(length_of_object), TAKES_ONE(items_twice), TAKES_ONE(keeps_reference),
    TAKES_ONE(keeps_reference_on_failure), TAKES_ONE(steals_reference), TAKES_ONE(steals_reference_on_short),
    TAKES_ONE(writes_without_asking), TAKES_ONE(changes_bytes), TAKES_ONE(reads_behind), TAKES_ONE(reads_before),
    TAKES_ONE(reads_after_release), TAKES_ONE(copies_after_release), TAKES_ONE(last_byte_of_none),
    TAKES_ONE(writes_behind), TAKES_ONE(fixed_length), TAKES_ONE(follows_null), TAKES_ONE(null_is_failure),
    TAKES_ONE(bytes_alone), TAKES_ONE(string_of_others), TAKES_ONE(refuses_writable_silently),
    TAKES_ONE(locks_bytearray), TAKES_ONE(lost_at_null), {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "faulty", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_faulty(void)
{
    return PyModule_Create(&definition);
}
