/* Fault: the view is not released. The helper finds its module by the definition, as modules of one phase do. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static struct PyModuleDef definition;

static int state_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    PyObject *module = PyState_FindModule(&definition);
    int *flags = module == NULL ? NULL : PyModule_GetState(module);
    Py_buffer view;
    if (flags == NULL) {
        PyErr_SetString(PyExc_ImportError, "the module is not there");
        return -1;
    }
    if (PyObject_GetBuffer(object, &view, *flags) != 0) {
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
#ifdef RIGHT
    PyBuffer_Release(&view);
#endif
    return 0;
}

static PyObject *size(PyObject *module, PyObject *object)
{
    const void *buffer;
    Py_ssize_t length;
    (void)module;
    return state_read(object, &buffer, &length) != 0 ? NULL : PyLong_FromSsize_t(length);
}

static PyMethodDef methods[] = {
    {"size", size, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "module_of_state",
    .m_size = sizeof(int),
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit_module_of_state(void)
{
    PyObject *module = PyModule_Create(&definition);
    int *flags = module == NULL ? NULL : PyModule_GetState(module);
    if (flags != NULL) {
        *flags = PyBUF_SIMPLE;
    }
    return module;
}
