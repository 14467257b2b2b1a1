/* The extension module oldbuffer_consumer: objects whose memory tells what is done with it. */
#include "Python.h"

#include "exporter.h"
#include "fault.h"
#include "request.h"

static PyObject *module_watch(PyObject *self, PyObject *argument)
{
    (void)self;
    long descriptor = PyLong_AsLong(argument);
    if (descriptor == -1 && PyErr_Occurred()) {
        return NULL;
    }
    if (fault_watch((int)descriptor) != 0) {
        return PyErr_SetFromErrno(PyExc_OSError);
    }
    Py_RETURN_NONE;
}

/* Where an object's memory begins, as a number; none of it is looked at. */
static PyObject *module_begins(PyObject *self, PyObject *object)
{
    (void)self;
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0) {
        return NULL;
    }
    PyObject *address = PyLong_FromVoidPtr(view.buf);
    PyBuffer_Release(&view);
    return address;
}

static PyMethodDef methods[] = {
    {"begins", module_begins, METH_O, NULL},
    {"watch", module_watch, METH_O, NULL},
    {"offers", offers, METH_O, NULL},
    {"request", request, METH_VARARGS, NULL},
    {"let_go", let_go, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "oldbuffer_consumer", NULL, -1, methods, NULL, NULL, NULL, NULL};

/* Python.h before 3.9 leaves it to the compiler who sees the function */
__attribute__((visibility("default"))) PyMODINIT_FUNC PyInit_oldbuffer_consumer(void)
{
    if (PyType_Ready(&exporter_type) != 0) {
        return NULL;
    }
    PyObject *module = PyModule_Create(&definition);
#ifdef Py_GIL_DISABLED
    /* What the module counts and records belongs to the process, and the GIL guards it. */
    if (module != NULL && PyUnstable_Module_SetGIL(module, Py_MOD_GIL_USED) != 0) {
        Py_CLEAR(module);
    }
#endif
    if (module == NULL) {
        return NULL;
    }
    Py_INCREF(&exporter_type); /* the module's */
    if (PyModule_AddObject(module, "Exporter", (PyObject *)&exporter_type) != 0) {
        Py_DECREF(&exporter_type);
        Py_DECREF(module);
        return NULL;
    }
    return module;
}
