package io.github.oldbuffer.ports.reproduce;

/** The makers of memoryviews that only C has, for the expressions of a program in C. */
final class COfC {

    /** Their names in Python; a program's memory is never freed. */
    static final String MAKERS = """
            static char *copied(const char *bytes, Py_ssize_t length)
            {
                char *memory = malloc((size_t)length + 1);
                if (memory == NULL) {
                    PyErr_NoMemory();
                    return NULL;
                }
                return memcpy(memory, bytes, (size_t)length);
            }

            static PyObject *from_memory(PyObject *self, PyObject *arguments)
            {
                const char *bytes;
                Py_ssize_t length;
                int writable;
                (void)self;
                if (!PyArg_ParseTuple(arguments, "y#i", &bytes, &length, &writable)) {
                    return NULL;
                }
                char *memory = copied(bytes, length);
                return memory == NULL ? NULL : PyMemoryView_FromMemory(memory, length, writable ? PyBUF_WRITE : PyBUF_READ);
            }

            static PyObject *from_buffer(PyObject *self, PyObject *arguments)
            {
                const char *bytes;
                Py_ssize_t length;
                int readonly;
                Py_buffer view;
                (void)self;
                if (!PyArg_ParseTuple(arguments, "y#i", &bytes, &length, &readonly)) {
                    return NULL;
                }
                char *memory = copied(bytes, length);
                if (memory == NULL || PyBuffer_FillInfo(&view, NULL, memory, length, readonly, PyBUF_FULL_RO) != 0) {
                    return NULL;
                }
                return PyMemoryView_FromBuffer(&view);
            }

            static PyObject *contiguous(PyObject *self, PyObject *arguments)
            {
                PyObject *scattered;
                (void)self;
                if (!PyArg_ParseTuple(arguments, "O", &scattered)) {
                    return NULL;
                }
                return PyMemoryView_GetContiguous(scattered, PyBUF_READ, 'C');
            }

            static PyMethodDef of_c[] = {
                {"from_memory", from_memory, METH_VARARGS, NULL},
                {"from_buffer", from_buffer, METH_VARARGS, NULL},
                {"contiguous", contiguous, METH_VARARGS, NULL},
            };
            """;

    private COfC() {}

    /** The loop that makes the methods of an array known to Python. */
    static String known(String methods, int count) {
        return "    for (int i = 0; i < " + count + "; i++) {\n"
                + "        PyObject *function = PyCFunction_NewEx(&" + methods + "[i], NULL, NULL);\n"
                + "        if (function == NULL || PyObject_SetAttrString(PyImport_AddModule(\"__main__\"), "
                + methods + "[i].ml_name, function) != 0) {\n            stop(\"no function can be made\");\n"
                + "        }\n        Py_DECREF(function);\n    }\n";
    }
}
