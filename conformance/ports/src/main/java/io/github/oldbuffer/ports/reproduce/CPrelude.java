package io.github.oldbuffer.ports.reproduce;

/** The parts of C programs that do not depend on the scenario; a program has those that it uses. */
final class CPrelude {

    static final String INCLUDES = """
            #define PY_SSIZE_T_CLEAN
            #include <Python.h>

            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            """;

    static final String COMPARE = """
            static int wrong;

            static void compare(const char *what, const char *expected, const char *observed)
            {
                printf("%s\\n  expected: %s\\n  observed: %s\\n", what, expected, observed);
                wrong |= strcmp(expected, observed) != 0;
            }

            static void stop(const char *why)
            {
                PyErr_Print();
                fprintf(stderr, "%s\\n", why);
                exit(2);
            }
            """;

    static final String RAISED = """
            struct raised {
                char type[64], text[256];
                int is_type_error;
            };

            /* Takes the exception that is set, if any, away. */
            static struct raised take_raised(void)
            {
                struct raised raised = {"none", "", 0};
                PyObject *type, *value, *traceback;
                PyErr_Fetch(&type, &value, &traceback);
                if (type != NULL) {
                    PyErr_NormalizeException(&type, &value, &traceback);
                    PyObject *text = value == NULL ? NULL : PyObject_Str(value);
                    snprintf(raised.type, sizeof(raised.type), "%s", ((PyTypeObject *)type)->tp_name);
                    snprintf(raised.text, sizeof(raised.text), "%s", text == NULL ? "" : PyUnicode_AsUTF8(text));
                    raised.is_type_error = PyErr_GivenExceptionMatches(type, PyExc_TypeError);
                    Py_XDECREF(text);
                }
                Py_XDECREF(type);
                Py_XDECREF(value);
                Py_XDECREF(traceback);
                PyErr_Clear();
                return raised;
            }
            """;

    static final String NUMBER = """
            static const char *number(long long value)
            {
                static char text[32];
                snprintf(text, sizeof(text), "%lld", value);
                return text;
            }
            """;

    static final String HEX = """
            /* The first bytes of memory. */
            static const char *hex(const void *memory, Py_ssize_t length)
            {
                static char text[64];
                Py_ssize_t count = length < 24 ? length : 24;
                for (Py_ssize_t i = 0; i < count; i++) {
                    snprintf(text + 2 * i, 3, "%02x", ((const unsigned char *)memory)[i]);
                }
                return count <= 0 ? "no bytes" : text;
            }
            """;

    static final String MEMORY = """
            struct memory {
                const char *start;
                Py_ssize_t length;
            };

            /* Where the object's memory is, as the new buffer protocol tells. */
            static struct memory memory_of(PyObject *object)
            {
                struct memory memory = {NULL, 0};
                Py_buffer view;
                if (PyObject_CheckBuffer(object) && PyObject_GetBuffer(object, &view, PyBUF_FULL_RO) == 0) {
                    memory.start = view.buf;
                    memory.length = view.len;
                    PyBuffer_Release(&view);
                }
                PyErr_Clear();
                return memory;
            }
            """;

    static final String PLACE = """
            static const char untouched;

            static const char *place(const void *pointer, struct memory memory)
            {
                const char *at = pointer;
                if (at == &untouched) {
                    return "not set";
                } else if (at == NULL) {
                    return "NULL";
                } else if (memory.start == NULL || at < memory.start || at > memory.start + memory.length) {
                    return "elsewhere";
                }
                return at == memory.start ? "the object's memory" : "inside the object's memory";
            }
            """;

    static final String RECORD = """
            /* What exporters saw since the last clearing. */
            static char events[4096];
            static int acquired, released, unneeded;

            static void record(int depth, const char *event)
            {
                size_t used = strlen(events);
                snprintf(events + used, sizeof(events) - used, "%s%s%s", used == 0 ? "" : ", ",
                    depth == 0 ? "" : "inner object ", event);
                acquired += strncmp(event, "acquired", 8) == 0;
                released += strcmp(event, "released") == 0;
                unneeded += strcmp(event, "released without need") == 0;
            }

            static void clear_events(void)
            {
                events[0] = 0;
                acquired = released = unneeded = 0;
            }
            """;

    static final String BALANCE = """
            static const char *balance(void)
            {
                static char text[96];
                snprintf(text, sizeof(text), "%d acquired, %d released, %d released without need", acquired, released,
                    unneeded);
                return text;
            }
            """;

    static final String SCRIPTED = """
            static inline int asks(int flags, int wanted)
            {
                return (flags & wanted) == wanted;
            }

            static inline void record_flags(int depth, const char *event, int flags)
            {
                char text[64];
                snprintf(text, sizeof(text), "%s 0x%x", event, (unsigned)flags);
                record(depth, text);
            }

            /* Views that were granted and not released yet, with their owners. */
            static PyObject *owners[1024];

            static inline void *new_token(PyObject *owner)
            {
                static uintptr_t count;
                owners[++count % 1024] = owner;
                return (void *)count;
            }

            static inline int use_token(PyObject *owner, void *token)
            {
                int known = (uintptr_t)token < 1024 && owners[(uintptr_t)token] == owner;
                if (known) {
                    owners[(uintptr_t)token] = NULL;
                }
                return known;
            }
            """;

    static final String NAMES = """
            /* A variable of the Python module __main__: a new reference. */
            static PyObject *named(const char *name)
            {
                return PyObject_GetAttrString(PyImport_AddModule("__main__"), name);
            }

            static void run(const char *statements)
            {
                if (PyRun_SimpleString(statements) != 0) {
                    stop("the objects cannot be made in this Python");
                }
            }
            """;

    static final String FOR_PYTHON = """
            static PyObject *record_for_python(PyObject *self, PyObject *arguments)
            {
                int depth;
                const char *event;
                (void)self;
                if (!PyArg_ParseTuple(arguments, "is", &depth, &event)) {
                    return NULL;
                }
                record(depth, event);
                Py_RETURN_NONE;
            }

            static PyObject *grants_for_python(PyObject *self, PyObject *arguments)
            {
                PyObject *object;
                int flags;
                Py_buffer view;
                (void)self;
                if (!PyArg_ParseTuple(arguments, "Oi", &object, &flags)) {
                    return NULL;
                }
                if (PyObject_GetBuffer(object, &view, flags) != 0) {
                    PyErr_Clear();
                    return PyLong_FromLong(0);
                }
                PyBuffer_Release(&view);
                return PyLong_FromLong(1);
            }

            static PyMethodDef for_python[] = {
                {"record", record_for_python, METH_VARARGS, NULL},
                {"grants", grants_for_python, METH_VARARGS, NULL},
            };
            """;

    private CPrelude() {}
}
