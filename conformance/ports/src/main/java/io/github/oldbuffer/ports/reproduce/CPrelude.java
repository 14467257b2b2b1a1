package io.github.oldbuffer.ports.reproduce;

/** The parts of C programs that do not depend on the scenario; a program has those that it uses. */
final class CPrelude {

    static final String INCLUDES = """
            #ifndef _GNU_SOURCE
            #define _GNU_SOURCE
            #endif
            #define PY_SSIZE_T_CLEAN
            #include <Python.h>

            #include <dlfcn.h>
            #include <errno.h>
            #include <signal.h>
            #include <stdint.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/mman.h>
            #include <sys/resource.h>
            #include <sys/wait.h>
            #include <time.h>
            #include <unistd.h>
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

    static final String NUMBERS = """
            /* Numbers of a view, one for each dimension; nobody goes along a dimension of one item. */
            static const char *numbers(const Py_ssize_t *first, const Py_buffer *view)
            {
                static char text[2048];
                size_t used = 1;
                if (first == NULL) {
                    return "NULL";
                }
                snprintf(text, sizeof(text), "[");
                for (int i = 0; i < view->ndim && i < 64; i++) {
                    const char *comma = i == 0 ? "" : ", ";
                    int any = first == view->strides && view->shape != NULL && view->shape[i] == 1;
                    used += (size_t)(any ? snprintf(text + used, sizeof(text) - used, "%sany", comma)
                        : snprintf(text + used, sizeof(text) - used, "%s%zd", comma, first[i]));
                }
                snprintf(text + used, sizeof(text) - used, "]");
                return text;
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
            /* Bytes behind the memory of our own exporters. */
            enum { GUARD = 64 };

            static inline void *sparse(Py_ssize_t size)
            {
                void *memory = mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
                return memory == MAP_FAILED ? NULL : memory;
            }

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
                PyObject *object = PyObject_GetAttrString(PyImport_AddModule("__main__"), name);
                if (object == NULL) {
                    stop("the objects cannot be made in this Python");
                }
                return object;
            }

            static void run(const char *statements)
            {
                /* not PyRun_SimpleString, which runs them elsewhere in PyPy */
                PyObject *names = PyModule_GetDict(PyImport_AddModule("__main__"));
                PyObject *done = PyRun_String(statements, Py_file_input, names, names);
                if (done == NULL) {
                    stop("the objects cannot be made in this Python");
                }
                Py_DECREF(done);
            }

            /* With some references more, a function that takes one which nobody gave does not free the object at once. */
            enum { HELD = 7 };

            static PyObject *hold(PyObject *object)
            {
                for (int i = 0; i < HELD; i++) {
                    Py_INCREF(object);
                }
                return object;
            }

            static inline void hold_again(PyObject *object, Py_ssize_t before)
            {
                while (Py_REFCNT(object) < before) {
                    Py_INCREF(object);
                }
            }

            /* Forgets an object and what is inside it. */
            static void drop(const char *name, PyObject *object)
            {
                PyObject *module = PyImport_AddModule("__main__");
                char inner[32];
                for (Py_ssize_t left = Py_REFCNT(object) > HELD + 1 ? HELD + 1 : Py_REFCNT(object) - 1; left > 0; left--) {
                    Py_DECREF(object);
                }
                if (PyObject_DelAttrString(module, name) != 0) {
                    PyErr_Clear();
                }
                for (int depth = 1; depth < 10; depth++) {
                    snprintf(inner, sizeof(inner), "%s_%d", name, depth);
                    if (PyObject_HasAttrString(module, inner) && PyObject_DelAttrString(module, inner) != 0) {
                        PyErr_Clear();
                    }
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
