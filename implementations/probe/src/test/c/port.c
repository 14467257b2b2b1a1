/*
 * A port for tests of the probe: right by default, and wrong in one way per name. Unlike the interpreter's own
 * functions it survives NULL arguments, so that random scenarios crash only where the probe is at fault.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int safe_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int safe_write(PyObject *object, void **buffer, Py_ssize_t *length);
int safe_check(PyObject *object);
int leaking_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int late_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int stealing_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int twice_released_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int scribbling_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int writing_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int keeping_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int viewing_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int lying_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int erasing_read(PyObject *object, const void **buffer, Py_ssize_t *length);
int copying_write(PyObject *object, void **buffer, Py_ssize_t *length);
int careless_write(PyObject *object, void **buffer, Py_ssize_t *length);

static int get(PyObject *object, Py_buffer *view, int flags)
{
    if (object == NULL) {
        PyErr_SetString(PyExc_SystemError, "null argument to internal routine");
        return -1;
    }
    return PyObject_GetBuffer(object, view, flags);
}

int safe_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (buffer == NULL || length == NULL || get(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

int safe_write(PyObject *object, void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (buffer == NULL || length == NULL || get(object, &view, PyBUF_WRITABLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

int safe_check(PyObject *object)
{
    Py_buffer view;
    if (get(object, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
        return 0;
    }
    PyBuffer_Release(&view);
    return 1;
}

int leaking_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (get(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    return 0;
}

/* Reads its view when it is released already. */
int late_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (get(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    PyBuffer_Release(&view);
    *buffer = view.buf;
    *length = view.len;
    return 0;
}

int stealing_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    int code = safe_read(object, buffer, length);
    Py_DECREF(object);
    Py_DECREF(object);
    return code;
}

int twice_released_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (get(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    Py_buffer again = view;
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    PyBuffer_Release(&again);
    return 0;
}

int scribbling_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    int code = safe_read(object, buffer, length);
    if (code == 0) {
        ((char *)*buffer)[*length] = '!';
    }
    return code;
}

/* Changes the byte at an offset from the pointer that the environment names. */
int writing_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    const char *offset = getenv("OLDBUFFER_OFFSET");
    int code = safe_read(object, buffer, length);
    if (code == 0 && offset != NULL) {
        ((char *)*buffer)[atoi(offset)] ^= '!';
    }
    return code;
}

/* Keeps the object of the latest call alive. */
int keeping_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    static PyObject *last;
    int code = safe_read(object, buffer, length);
    if (code == 0) {
        Py_XDECREF(last);
        Py_INCREF(object);
        last = object;
    }
    return code;
}

/* Keeps the view of the latest call. */
int viewing_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    static Py_buffer last;
    Py_buffer view;
    if (get(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    if (last.obj != NULL) {
        PyBuffer_Release(&last);
    }
    last = view;
    return 0;
}

int lying_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    (void)object;
    *buffer = (const void *)16;
    *length = (Py_ssize_t)1 << 60;
    return 0;
}

/* Writes rubbish over the input area, whose file the environment names: a function that writes anywhere may hit it. */
int erasing_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    const char *path = getenv("OLDBUFFER_ERASED");
    FILE *file = path == NULL ? NULL : fopen(path, "r+b");
    if (file != NULL) {
        fseek(file, 64, SEEK_SET);
        for (int i = 0; i < 4096 - 64; i++) {
            fputc(0xFE, file);
        }
        fclose(file);
    }
    return safe_read(object, buffer, length);
}

int copying_write(PyObject *object, void **buffer, Py_ssize_t *length)
{
    static char copy[65536];
    int code = safe_write(object, buffer, length);
    if (code == 0 && *length <= (Py_ssize_t)sizeof(copy)) {
        memcpy(copy, *buffer, (size_t)*length);
        *buffer = copy;
    }
    return code;
}

int careless_write(PyObject *object, void **buffer, Py_ssize_t *length)
{
    return safe_read(object, (const void **)(const void *)buffer, length);
}
