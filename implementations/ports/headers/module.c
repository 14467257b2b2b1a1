/* Fault: a ValueError of the module's own. A whole module: its functions need what its initialisation makes. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *error;

static int module_read(PyObject *object, const void **buffer, Py_ssize_t *length)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        PyErr_SetString(error, "no buffer");
        return -1;
    }
    *buffer = view.buf;
    *length = view.len;
    PyBuffer_Release(&view);
    return 0;
}

static PyObject *size(PyObject *module, PyObject *object)
{
    const void *buffer;
    Py_ssize_t length;
    (void)module;
    return module_read(object, &buffer, &length) != 0 ? NULL : PyLong_FromSsize_t(length);
}

static int start(PyObject *module)
{
#ifdef RIGHT
    error = PyErr_NewException("module.BufferError", PyExc_TypeError, NULL);
#else
    error = PyErr_NewException("module.BufferError", PyExc_ValueError, NULL);
#endif
    Py_XINCREF(error); /* one reference for the module, one for the variable */
    if (error == NULL || PyModule_AddObject(module, "BufferError", error) != 0) {
        return -1;
    }
    return 0;
}

static PyMethodDef methods[] = {
    {"size", size, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, start},
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "module",
    .m_methods = methods,
    .m_slots = slots,
};

PyMODINIT_FUNC PyInit_module(void)
{
    return PyModuleDef_Init(&definition);
}
