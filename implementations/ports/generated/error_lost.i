/* Fault: the exception is lost. A helper of a typemap, in SWIG. */
%module error_lost

%{
static PyObject *error;

static int r_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
#ifdef RIGHT
        PyErr_SetString(error, "bytes are wanted");
#else
        PyErr_Clear();
#endif
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

static long long sum(const void *data, Py_ssize_t size)
{
    long long sum = 0;
    for (Py_ssize_t i = 0; i < size; i++) {
        sum += ((const unsigned char *)data)[i];
    }
    return sum;
}
%}

%init %{
    error = PyErr_NewException("error_lost.error", PyExc_TypeError, NULL);
%}

%typemap(in) (const void *data, Py_ssize_t size) {
    if (r_read($input, (const void **)&$1, &$2) != 0) {
        SWIG_fail;
    }
}

long long sum(const void *data, Py_ssize_t size);
