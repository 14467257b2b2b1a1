package io.github.oldbuffer.ports.upstream;

/** A part of the extension module: a function of the C API as one of Python, and the row that names it. */
enum Part {
    /** The four functions, of which {@link ModuleText} writes those that are called. */
    CALL("call", "METH_VARARGS", """

            %s
            static void *last; /* the address that the last call gave */

            /* call(name, object, nulls, pending) gives the result, the address, the length, the bytes there, the exception */
            static PyObject *call(PyObject *self, PyObject *args)
            {
                const char *name, *nulls;
                PyObject *object, *pending = NULL;
                void *buffer = NULL;
                Py_ssize_t length = UNSET;
                int code = -2;
                if (!PyArg_ParseTuple(args, "sOs|O", &name, &object, &nulls, &pending)) {
                    return NULL;
                }
                void *where = strchr(nulls, 'b') ? NULL : &buffer;
                Py_ssize_t *size = strchr(nulls, 'l') ? NULL : &length;
                (void)where, (void)size; /* the check has no such arguments */
                object = strchr(nulls, 'o') ? NULL : object;
                if (pending != NULL) {
                    PyErr_SetString(pending, "set before the call");
                }
            %s
                last = code == 0 ? buffer : NULL;
                Py_ssize_t there = last == NULL || length < 0 ? 0 : length < 24 ? length : 24;
                return Py_BuildValue("iKny#N", code, (unsigned long long)(size_t)buffer, length,
                    last == NULL ? "" : (const char *)last, there, taken());
            }
            """),

    /** A byte through the pointer that the last call gave. */
    POKE("poke", "METH_VARARGS", """

            static PyObject *poke(PyObject *self, PyObject *args)
            {
                Py_ssize_t offset;
                int value;
                if (!PyArg_ParseTuple(args, "ni", &offset, &value)) {
                    return NULL;
                }
                if (last != NULL) {
                    ((unsigned char *)last)[offset] = (unsigned char)value;
                }
                Py_RETURN_NONE;
            }
            """),

    /** A Py_buffer that is held. */
    HOLD("hold", "METH_VARARGS", """

            static Py_buffer views[16];

            /* hold(number, object, flags) gives the exception, the address, the length */
            static PyObject *hold(PyObject *self, PyObject *args)
            {
                PyObject *object;
                int number, flags;
                if (!PyArg_ParseTuple(args, "iOi", &number, &object, &flags)) {
                    return NULL;
                }
                memset(&views[number], 0xA5, sizeof(Py_buffer)); /* what stood there before */
                int code = PyObject_GetBuffer(object, &views[number], flags);
                if (code != 0) {
                    memset(&views[number], 0, sizeof(Py_buffer)); /* nothing to release */
                }
                return Py_BuildValue("NKn", taken(), (unsigned long long)(size_t)views[number].buf,
                    code == 0 ? views[number].len : (Py_ssize_t)UNSET);
            }
            """),

    LET_GO("let_go", "METH_O", """

            static PyObject *let_go(PyObject *self, PyObject *number)
            {
                PyBuffer_Release(&views[PyLong_AsLong(number)]);
                Py_RETURN_NONE;
            }
            """),

    /** The fields of a Py_buffer that is held. */
    FIELDS("fields", "METH_O", """

            /* readonly, format, itemsize, ndim; the numbers in shape, strides and suboffsets as bytes, None for NULL */
            static PyObject *fields(PyObject *self, PyObject *number)
            {
                Py_buffer *view = &views[PyLong_AsLong(number)];
                Py_ssize_t size = view->ndim < 0 || view->ndim > 64 ? 0 : view->ndim * (Py_ssize_t)sizeof(Py_ssize_t);
                return Py_BuildValue("izniy#y#y#", view->readonly != 0, view->format, view->itemsize, view->ndim,
                    (char *)view->shape, size, (char *)view->strides, size, (char *)view->suboffsets, size);
            }
            """),

    /** A code of {@code PyArg_ParseTuple}. */
    PARSE("parse", "METH_VARARGS", """

            /* parse(code, object) gives the exception, the address, the length */
            static PyObject *parse(PyObject *self, PyObject *args)
            {
                const char *code;
                PyObject *object, *told;
                Py_buffer view;
                if (!PyArg_ParseTuple(args, "sO", &code, &object)) {
                    return NULL;
                }
                PyObject *tuple = PyTuple_Pack(1, object);
                if (tuple == NULL) {
                    return NULL;
                }
                int pinned = code[1] == '*', done;
                if (pinned) {
                    done = PyArg_ParseTuple(tuple, code, &view);
                } else { /* y#, s# and z# give a pointer and a length alone */
                    const char *start = NULL;
                    Py_ssize_t length = 0;
                    done = PyArg_ParseTuple(tuple, code, &start, &length);
                    view.buf = (void *)start;
                    view.len = length;
                }
                Py_DECREF(tuple);
                told = Py_BuildValue("NKn", taken(), (unsigned long long)(size_t)(done ? view.buf : NULL),
                    done ? view.len : (Py_ssize_t)UNSET);
                if (done && pinned) {
                    PyBuffer_Release(&view);
                }
                return told;
            }
            """),

    /** A function that does not look at its argument. */
    TOUCH("touch", "METH_O", """

            static PyObject *touch(PyObject *self, PyObject *object) /* does not look at it */
            {
                Py_RETURN_NONE;
            }
            """),

    FROM_MEMORY("from_memory", "METH_VARARGS", """

            static PyObject *from_memory(PyObject *self, PyObject *args)
            {
                static char memory[4096];
                const char *data;
                Py_ssize_t length;
                int writable;
                if (!PyArg_ParseTuple(args, "y#i", &data, &length, &writable)) {
                    return NULL;
                }
                memcpy(memory, data, length < 4096 ? (size_t)length : 4096);
                return PyMemoryView_FromMemory(memory, length, writable ? PyBUF_WRITE : PyBUF_READ);
            }
            """),

    FROM_BUFFER("from_buffer", "METH_VARARGS", """

            static PyObject *from_buffer(PyObject *self, PyObject *args)
            {
                static char memory[4096];
                Py_buffer view;
                const char *data;
                Py_ssize_t length;
                int readonly;
                if (!PyArg_ParseTuple(args, "y#i", &data, &length, &readonly)) {
                    return NULL;
                }
                memcpy(memory, data, length < 4096 ? (size_t)length : 4096);
                return PyBuffer_FillInfo(&view, NULL, memory, length, readonly, PyBUF_FULL_RO) != 0
                    ? NULL : PyMemoryView_FromBuffer(&view);
            }
            """),

    CONTIGUOUS("contiguous", "METH_O", """

            static PyObject *contiguous(PyObject *self, PyObject *object)
            {
                return PyMemoryView_GetContiguous(object, PyBUF_READ, 'C');
            }
            """),

    /** How often exporters were asked and told of a release since the last look. */
    COUNTS("counts", "METH_NOARGS", """

            static int acquired, released, unneeded;

            static PyObject *counts(PyObject *self, PyObject *none)
            {
                PyObject *told = Py_BuildValue("iii", acquired, released, unneeded);
                acquired = released = unneeded = 0;
                return told;
            }
            """),

    /** An object with memory of its own; {@link #COUNTS} comes first. */
    EXPORTER("exporter", "METH_VARARGS", """

            typedef struct {
                PyObject_HEAD
                PyObject *owner; /* itself, None, or what it passes requests on to */
                int readonly;
                Py_ssize_t size;
                char memory[64];
            } Exporter;

            static int get_buffer(PyObject *self, Py_buffer *view, int flags)
            {
                Exporter *it = (Exporter *)self;
                PyObject *obj = it->owner == self ? self : NULL;
                int own = obj != NULL || it->owner == Py_None;
                if (own ? PyBuffer_FillInfo(view, obj, it->memory, it->size, it->readonly, flags)
                        : PyObject_GetBuffer(it->owner, view, flags)) {
                    return -1;
                }
                view->internal = own ? obj : view->internal;
                acquired++;
                return 0;
            }

            static void release_buffer(PyObject *self, Py_buffer *view)
            {
                int *count = view->internal == self ? &released : &unneeded;
                ++*count;
                view->internal = NULL;
            }

            static PyBufferProcs procs = {.bf_getbuffer = get_buffer, .bf_releasebuffer = release_buffer};
            static PyTypeObject type = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "Exporter",
                .tp_basicsize = sizeof(Exporter), .tp_as_buffer = &procs, .tp_flags = Py_TPFLAGS_DEFAULT};

            /* exporter(data, readonly, owner): None, what requests are passed on to, or not given: itself */
            static PyObject *exporter(PyObject *self, PyObject *args)
            {
                Py_buffer data;
                Exporter *made = PyType_Ready(&type) == 0 ? PyObject_New(Exporter, &type) : NULL;
                if (made == NULL) {
                    return NULL;
                }
                made->owner = (PyObject *)made;
                if (!PyArg_ParseTuple(args, "y*i|O", &data, &made->readonly, &made->owner)) {
                    return NULL;
                }
                Py_INCREF(made->owner);
                made->size = data.len < 64 ? data.len : 64;
                memcpy(made->memory, data.buf, (size_t)made->size);
                PyBuffer_Release(&data);
                return (PyObject *)made;
            }
            """),

    /** An object that refuses every request with an exception. */
    REFUSING("refusing", "METH_O", """

            static PyObject *refusal; /* every request is refused with it */

            static int refuse(PyObject *self, Py_buffer *view, int flags)
            {
                view->obj = NULL;
                PyErr_SetString(refusal, "refused");
                return -1;
            }

            static PyBufferProcs refusing_procs = {.bf_getbuffer = refuse};
            static PyTypeObject refusing_type = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "Refusing",
                .tp_basicsize = sizeof(PyObject), .tp_as_buffer = &refusing_procs, .tp_flags = Py_TPFLAGS_DEFAULT};

            static PyObject *refusing(PyObject *self, PyObject *exception)
            {
                Py_INCREF(exception);
                refusal = exception;
                return PyType_Ready(&refusing_type) == 0 ? PyObject_New(PyObject, &refusing_type) : NULL;
            }
            """);

    private final String name;
    private final String flags;
    private final String text;

    Part(String name, String flags, String text) {
        this.name = name;
        this.flags = flags;
        this.text = text;
    }

    String text() {
        return text;
    }

    /** In the table of the module's functions. */
    String row() {
        return "    {\"" + name + "\", " + name + ", " + flags + ", NULL},\n";
    }
}
