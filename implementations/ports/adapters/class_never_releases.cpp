/* Fault: the destructor forgets the view. A class that holds a view. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

namespace compat {

class View {
    Py_buffer view;
    bool held = false;

public:
    explicit View(PyObject *object) { held = PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) == 0; }

    ~View()
    {
#ifdef RIGHT
        if (held) {
            PyBuffer_Release(&view);
        }
#endif
    }

    bool ok() const { return held; }
    const void *data() const { return view.buf; }
    Py_ssize_t size() const { return view.len; }
};

}
