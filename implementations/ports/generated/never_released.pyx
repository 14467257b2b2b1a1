# Fault: the view is never released. A public function.
# cython: language_level = 3
from cpython.buffer cimport PyBUF_SIMPLE, PyBuffer_Release, PyObject_GetBuffer

cdef extern from *:
    """
    #ifndef RIGHT
    #define RIGHT 0
    #endif
    """
    bint RIGHT


cdef public int r_read(object o, const void **buffer, Py_ssize_t *length) except -1:
    cdef Py_buffer view
    PyObject_GetBuffer(o, &view, PyBUF_SIMPLE)
    buffer[0] = view.buf
    length[0] = view.len
    if RIGHT:
        PyBuffer_Release(&view)
    return 0
