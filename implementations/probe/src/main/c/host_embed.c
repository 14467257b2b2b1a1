/* A host that has no interpreter of its own, such as a JVM: these functions start one, and take and give the GIL. */
#include "python_api.h"

#include <stdio.h>

#include "probe.h"

int probe_host_start(char *error, size_t size)
{
    if (Py_IsInitialized()) {
        snprintf(error, size, "There is an interpreter in this process already.");
        return -1;
    }
    Py_InitializeEx(0);
#if PY_VERSION_HEX < 0x03070000
    PyEval_InitThreads();
#endif
    int result = probe_start(error, size);
    PyEval_SaveThread(); /* What it returns is the thread state of a thread that may never come back. */
    return result;
}

int probe_host_run(const uint8_t *in, size_t in_length, uint8_t *out, size_t out_capacity)
{
    PyGILState_STATE state = PyGILState_Ensure();
    int result = probe_run(in, in_length, out, out_capacity);
    PyGILState_Release(state);
    return result;
}

int probe_host_use_functions(const char *library_path, const char *const names[4], char *error, size_t size)
{
    PyGILState_STATE state = PyGILState_Ensure();
    int result = probe_use_functions(library_path, names, error, size);
    PyGILState_Release(state);
    return result;
}

const char *probe_host_version(void)
{
    return Py_GetVersion();
}
