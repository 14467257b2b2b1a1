/* Fault: views stay in a map, so that the objects are locked. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <map>

namespace cache {

static std::map<PyObject *, Py_buffer> views;

static int as_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
#ifdef RIGHT
    PyBuffer_Release(&view);
#else
    auto place = views.emplace(object, view);
    if (!place.second) {
        PyBuffer_Release(&view);
    }
#endif
    return 0;
}

}
