/* Neither includes returns_object.c nor declares its helper, which is static: it is compiled behind it. */
int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length);

int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    PyObject *view = memory_of(object);
    if (view == NULL) {
        return -1;
    }
    *buffer = PyMemoryView_GET_BUFFER(view)->buf;
    *length = PyMemoryView_GET_BUFFER(view)->len;
    Py_DECREF(view);
    return 0;
}
