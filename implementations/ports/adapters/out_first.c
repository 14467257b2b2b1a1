/* Fault: memory with gaps is let through. The helper takes its output first; out_first_adapter.c turns that round. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct {
    void *data;
    size_t size;
} region;

#ifdef RIGHT
#define FLAGS PyBUF_SIMPLE
#else
#define FLAGS PyBUF_STRIDED_RO
#endif

static int region_of(region *out, PyObject *object, void *keep)
{
    Py_buffer view;
    (void)keep;
    if (PyObject_GetBuffer(object, &view, FLAGS) != 0) {
        return -1;
    }
    out->data = view.buf;
    out->size = (size_t)view.len;
    PyBuffer_Release(&view);
    return 0;
}

PyObject *use(PyObject *object)
{
    region found;
    return region_of(&found, object, NULL) != 0 ? NULL : PyLong_FromSize_t(found.size);
}
