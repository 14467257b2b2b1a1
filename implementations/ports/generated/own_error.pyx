# Fault: an exception of the module's own. It needs what the module's initialisation makes.
# cython: language_level = 3
from cpython.buffer cimport PyBUF_SIMPLE, PyBuffer_Release, PyObject_GetBuffer

cdef extern from *:
    """
    #ifndef RIGHT
    #define RIGHT 0
    #endif
    """
    bint RIGHT


class Unreadable(TypeError if RIGHT else ValueError):
    pass


cdef int read_bytes(object o, const void **buffer, Py_ssize_t *length) except -1:
    cdef Py_buffer view
    try:
        PyObject_GetBuffer(o, &view, PyBUF_SIMPLE)
    except BaseException:
        raise Unreadable("no memory to read")
    buffer[0] = view.buf
    length[0] = view.len
    PyBuffer_Release(&view)
    return 0


def size(o):
    cdef const void *buffer
    cdef Py_ssize_t length
    read_bytes(o, &buffer, &length)
    return length
