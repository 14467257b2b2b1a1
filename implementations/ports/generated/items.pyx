# Fault: the length counts items. Cython that becomes C++.
# cython: language_level = 3
# distutils: language = c++
from cpython.buffer cimport PyBUF_ND, PyBuffer_Release, PyObject_GetBuffer

cdef extern from *:
    """
    #ifndef RIGHT
    #define RIGHT 0
    #endif
    """
    bint RIGHT


cdef public int r_read(object o, const void **buffer, Py_ssize_t *length) except -1:
    cdef Py_buffer view
    PyObject_GetBuffer(o, &view, PyBUF_ND)
    buffer[0] = view.buf
    length[0] = view.len if RIGHT else view.len // view.itemsize
    PyBuffer_Release(&view)
    return 0
