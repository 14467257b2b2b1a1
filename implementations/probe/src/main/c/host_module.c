/*
 * The Python extension module oldbuffer_probe: hosts the probe in any interpreter that loads extension modules.
 *
 *   serve(in_path, out_path)        serves a kit in another process, see serve.c
 *   run_mapped(in_path, out_path, length)
 *                                   runs the batch in the first bytes of a file; the output area is another file
 *   run(batch) -> bytes             runs a batch; the used part of the output area
 *   those of shared.h, for Python code with objects of its own
 *   use_functions(path, names)      replaces functions by those of a port; path and each of four names may be None
 */
#include "python_api.h"

#include <stdlib.h>
#include <string.h>

#include "area.h"
#include "mapped.h"
#include "probe.h"
#include "serve.h"
#include "shared.h"

#define RUN_AREA ((size_t)4 << 20) /* bytes; room for the longest transcript */

/* How much of an output area counts, in bytes. */
static size_t used_area(const uint8_t *area, size_t capacity)
{
    uint32_t state;
    uint64_t used;
    memcpy(&state, area, sizeof(state));
    memcpy(&used, area + 16, sizeof(used));
    return state == AREA_MALFORMED ? PROBE_SMALLEST_AREA : used < capacity ? AREA_HEADER + (size_t)used : capacity;
}

static PyObject *module_run(PyObject *self, PyObject *arguments)
{
    (void)self;
    const char *batch; /* borrowed */
    Py_ssize_t length;
    if (!PyArg_ParseTuple(arguments, "y#", &batch, &length)) {
        return NULL;
    }
    uint8_t *area = calloc(1, RUN_AREA);
    if (area == NULL) {
        return PyErr_NoMemory();
    }
    /* 0 and -1 differ in the state that the area tells as well. */
    (void)probe_run((const uint8_t *)batch, (size_t)length, area, RUN_AREA);
    PyObject *result = PyBytes_FromStringAndSize((const char *)area, (Py_ssize_t)used_area(area, RUN_AREA));
    free(area);
    return result;
}

static PyObject *module_use_functions(PyObject *self, PyObject *arguments)
{
    (void)self;
    const char *path; /* borrowed, as the names are */
    const char *names[4];
    char error[1024];
    if (!PyArg_ParseTuple(arguments, "z(zzzz)", &path, &names[0], &names[1], &names[2], &names[3])) {
        return NULL;
    }
    if (probe_use_functions(path, names, error, sizeof(error)) != 0) {
        PyErr_SetString(PyExc_ValueError, error);
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyObject *module_serve(PyObject *self, PyObject *arguments)
{
    (void)self;
    const char *in_path; /* borrowed */
    const char *out_path;
    char error[1024];
    if (!PyArg_ParseTuple(arguments, "ss", &in_path, &out_path)) {
        return NULL;
    }
    if (serve(in_path, out_path, error, sizeof(error)) != 0) {
        PyErr_SetString(PyExc_OSError, error);
        return NULL;
    }
    Py_RETURN_NONE;
}

/* Maps the files anew each time: an interpreter that is started by others has no place for state of ours. */
static PyObject *module_run_mapped(PyObject *self, PyObject *arguments)
{
    (void)self;
    const char *in_path; /* borrowed */
    const char *out_path;
    Py_ssize_t length;
    char error[1024];
    if (!PyArg_ParseTuple(arguments, "ssn", &in_path, &out_path, &length)) {
        return NULL;
    }
    struct mapped in, out;
    if (map_areas(in_path, out_path, &in, &out, error, sizeof(error)) != 0) {
        PyErr_SetString(PyExc_OSError, error);
        return NULL;
    }
    bool fits = length >= 0 && (size_t)length <= in.length && out.length >= PROBE_SMALLEST_AREA;
    if (fits) {
        /* 0 and -1 differ in the state that the area tells as well. */
        (void)probe_run(in.memory, (size_t)length, out.memory, out.length);
    }
    unmap_areas(&in, &out);
    if (!fits) {
        PyErr_SetString(PyExc_ValueError, "The areas are too small for this batch.");
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"run", module_run, METH_VARARGS, "run(batch) -> bytes of the output area"},
    {"run_mapped", module_run_mapped, METH_VARARGS, "run_mapped(in_path, out_path, length)"},
    {"use_functions", module_use_functions, METH_VARARGS, "use_functions(path, (char, read, check, write))"},
    {"serve", module_serve, METH_VARARGS, "serve(in_path, out_path)"},
    {"call", call_of_python, METH_VARARGS, "call(function, object) -> (code, right, length, exception)"},
    {"allocated", allocated, METH_NOARGS, "allocated() -> bytes of malloc"},
    {"make_yielding", make_yielding, METH_O, "make_yielding(length) -> exporter"},
    {"yielding_views", yielding_views, METH_O, "yielding_views(exporter) -> int"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "oldbuffer_probe",
    .m_doc = "Runs packed batches of scenarios against the old buffer protocol.",
    .m_size = -1,
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit_oldbuffer_probe(void);

PROBE_API PyMODINIT_FUNC PyInit_oldbuffer_probe(void)
{
    char error[1024];
    if (probe_start(error, sizeof(error)) != 0) {
        PyErr_SetString(PyExc_ImportError, error);
        return NULL;
    }
    if (shared_start() != 0) {
        return NULL;
    }
    PyObject *module = PyModule_Create(&definition);
#ifdef Py_GIL_DISABLED
    /* What the module counts and records belongs to the process, and the GIL guards it. */
    if (module != NULL && PyUnstable_Module_SetGIL(module, Py_MOD_GIL_USED) != 0) {
        Py_CLEAR(module);
    }
#endif
    return module;
}
