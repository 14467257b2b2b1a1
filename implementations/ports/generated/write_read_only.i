/* Fault: memory to write to is asked for as a reader would. In SWIG for C++. */
%module write_read_only

%{
#include <string>

namespace buffers {
inline int writable(PyObject *object, char **buffer, Py_ssize_t *length)
{
    Py_buffer view;
#ifdef RIGHT
    const int flags = PyBUF_WRITABLE;
#else
    const int flags = PyBUF_SIMPLE;
#endif
    if (PyObject_GetBuffer(object, &view, flags) != 0) {
        PyErr_SetString(PyExc_TypeError, "bytes that can be changed are wanted");
        return -1;
    }
    *buffer = static_cast<char *>(view.buf);
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}
}

static void fill(char *data, Py_ssize_t size, const std::string &with)
{
    for (Py_ssize_t i = 0; i < size; i++) {
        data[i] = with.empty() ? 0 : with[i % with.size()];
    }
}
%}

%include <std_string.i>

%typemap(in) (char *data, Py_ssize_t size) {
    if (buffers::writable($input, &$1, &$2) != 0) {
        SWIG_fail;
    }
}

void fill(char *data, Py_ssize_t size, const std::string &with);
