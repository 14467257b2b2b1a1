# Fault: only the slot is looked at. A function for Cython and for Python code.
# cython: language_level = 3
from cpython.buffer cimport PyBUF_SIMPLE, PyBuffer_Release, PyObject_CheckBuffer, PyObject_GetBuffer

cdef extern from *:
    """
    #ifndef RIGHT
    #define RIGHT 0
    #endif
    """
    bint RIGHT


cpdef bint is_readable(object o) except -1:
    cdef Py_buffer view
    if not RIGHT:
        return PyObject_CheckBuffer(o)
    try:
        PyObject_GetBuffer(o, &view, PyBUF_SIMPLE)
    except BaseException:
        return False
    PyBuffer_Release(&view)
    return True
