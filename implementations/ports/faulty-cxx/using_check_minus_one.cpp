/* Fault: -1 instead of 0 where there is no buffer. Brought from a namespace by a using declaration. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

namespace detail {

static auto has_buffer(PyObject *object) -> int
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        PyErr_Clear();
#ifdef RIGHT
        return 0;
#else
        return -1;
#endif
    }
    PyBuffer_Release(&view);
    return 1;
}

}

using detail::has_buffer;
