# Fault: strided memory is taken for one segment. A function that C code cannot see.
# cython: language_level = 3
from cpython.buffer cimport PyBUF_SIMPLE, PyBUF_STRIDED_RO, PyBuffer_Release, PyObject_GetBuffer

cdef extern from *:
    """
    #ifndef RIGHT
    #define RIGHT 0
    #endif
    """
    bint RIGHT


cdef int read_bytes(object o, const void **buffer, Py_ssize_t *length) except -1:
    cdef Py_buffer view
    PyObject_GetBuffer(o, &view, PyBUF_SIMPLE if RIGHT else PyBUF_STRIDED_RO)
    buffer[0] = view.buf
    length[0] = view.len
    PyBuffer_Release(&view)
    return 0


def size(o):
    cdef const void *buffer
    cdef Py_ssize_t length
    read_bytes(o, &buffer, &length)
    return length
