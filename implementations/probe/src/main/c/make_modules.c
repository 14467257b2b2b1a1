/* Makers of objects whose types come from modules of the standard library, which a Python may lack. */
#include "object.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "runtime.h"

/* Writes the contents of a seed into a new object's memory; takes the object over, and gives it back or NULL. */
static PyObject *filled(PyObject *object, uint8_t seed)
{
    Py_buffer view;
    if (object == NULL) {
        return NULL;
    }
    if (PyObject_GetBuffer(object, &view, PyBUF_WRITABLE) != 0) {
        Py_DECREF(object);
        return NULL;
    }
    fill_pattern(view.buf, view.len, seed);
    PyBuffer_Release(&view);
    return object;
}

/* A new bytes of zeros. */
static PyObject *zeros(Py_ssize_t length)
{
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, length);
    if (bytes != NULL) {
        memset(PyBytes_AS_STRING(bytes), 0, (size_t)length);
    }
    return bytes;
}

/* Whether array.array knows a typecode; -1 with an exception set. */
static int knows_typecode(PyObject *code)
{
    return runtime()->array == NULL ? 0 : PySequence_Contains(runtime()->typecodes, code);
}

static const char *missing_typecode(char code)
{
    switch (code) {
    case 'w':
        return "array typecode w";
    case 'u':
        return "array typecode u";
    default:
        return "the module array";
    }
}

PyObject *make_array(const struct exporter *exporter, struct made *made)
{
    char code = exporter->as.typecode;
    PyObject *array = NULL;
    PyObject *text = PyUnicode_FromStringAndSize(&code, 1);
    PyObject *bytes = zeros((Py_ssize_t)exporter->length * format_size(code));
    int known = text == NULL ? -1 : knows_typecode(text);
    if (known == 0) {
        made->unsupported = missing_typecode(code);
    } else if (known > 0 && bytes != NULL) {
        /* Written as raw memory: the bytes need not be valid characters or numbers. */
        array = filled(PyObject_CallFunctionObjArgs(runtime()->array, text, bytes, NULL), exporter->seed);
    }
    Py_XDECREF(text);
    Py_XDECREF(bytes);
    return array;
}

PyObject *make_ctypes(const struct exporter *exporter, struct made *made)
{
    if (runtime()->make_ctypes == NULL) {
        made->unsupported = "the module ctypes";
        return NULL;
    }
    if (exporter->as.ctypes.shape == CTYPES_SCALAR && exporter->length != 1) {
        made->senseless = "a ctypes scalar is one item";
        return NULL;
    }
    PyObject *object = PyObject_CallFunction(
        runtime()->make_ctypes, "iCn", exporter->as.ctypes.shape, exporter->as.ctypes.element,
        (Py_ssize_t)exporter->length);
    return filled(object, exporter->seed);
}

/* None where the library or the type is missing. */
PyObject *make_library(const struct exporter *exporter, struct made *made)
{
    PyObject *object = PyObject_CallFunction(
        runtime()->make_library, "iLi", (int)exporter->as.library,
        (long long)exporter->length * library_item_sizes[exporter->as.library], (int)exporter->seed);
    if (object == Py_None) {
        Py_CLEAR(object);
        made->unsupported = "a type of Python's libraries";
    }
    return object;
}

/* An empty file without a name: in memory where there is such a thing, for it is made and dropped in every scenario. */
static FILE *empty_file(void)
{
#ifdef MFD_CLOEXEC
    int descriptor = memfd_create("oldbuffer", MFD_CLOEXEC);
    if (descriptor >= 0) {
        FILE *file = fdopen(descriptor, "w+");
        if (file == NULL) {
            close(descriptor);
        }
        return file;
    }
#endif
    return tmpfile();
}

/* A file without a name that holds the contents; or NULL with an exception set. */
static FILE *nameless_file(const struct exporter *exporter)
{
    FILE *file = empty_file();
    if (file == NULL) {
        PyErr_SetFromErrno(PyExc_OSError);
        return NULL;
    }
    const uint8_t *contents = runtime()->pattern + exporter->seed;
    if (fwrite(contents, (size_t)exporter->length, 1, file) != 1 || fflush(file) != 0) {
        PyErr_SetFromErrno(PyExc_OSError);
        fclose(file);
        return NULL;
    }
    return file;
}

/* mmap.mmap(descriptor, length, access=...); a descriptor of -1 maps memory without a file. */
static PyObject *map_descriptor(int descriptor, const struct exporter *exporter)
{
    PyObject *access = PyTuple_GetItem(runtime()->mmap_access, exporter->as.access); /* borrowed */
    PyObject *arguments = Py_BuildValue("(in)", descriptor, (Py_ssize_t)exporter->length);
    PyObject *names = access == NULL ? NULL : Py_BuildValue("{sO}", "access", access);
    PyObject *map = NULL;
    if (arguments != NULL && names != NULL) {
        map = PyObject_Call(runtime()->mmap, arguments, names);
    }
    Py_XDECREF(arguments);
    Py_XDECREF(names);
    return map;
}

/* What can only be read needs its contents before it is mapped, and so a file. */
static PyObject *map_contents(const struct exporter *exporter)
{
    FILE *file = nameless_file(exporter);
    if (file == NULL) {
        return NULL;
    }
    PyObject *map = map_descriptor(fileno(file), exporter); /* keeps a descriptor of its own */
    fclose(file);
    return map;
}

/* Memory without a file wherever possible: a sparse file beyond 2 GiB costs milliseconds to make and to drop. */
PyObject *make_mmap(const struct exporter *exporter, struct made *made)
{
    if (runtime()->mmap == NULL || runtime()->mmap_access == NULL) {
        made->unsupported = "the module mmap";
        return NULL;
    }
    if (exporter->length > SPARSE_ABOVE) {
        return map_descriptor(-1, exporter);
    }
    if (exporter->as.access == MMAP_READ) {
        return map_contents(exporter);
    }
    return filled(map_descriptor(-1, exporter), exporter->seed);
}
