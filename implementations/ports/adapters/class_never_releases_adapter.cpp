/* Makes a view for the length of a call; the source is compiled with it. */
#define PY_SSIZE_T_CLEAN
#include "class_never_releases.cpp"

extern "C" int PyObject_AsReadBuffer(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    compat::View view(object);
    if (!view.ok()) {
        return -1;
    }
    *buffer = view.data();
    *length = view.size();
    return 0;
}
