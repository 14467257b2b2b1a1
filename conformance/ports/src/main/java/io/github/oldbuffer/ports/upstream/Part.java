package io.github.oldbuffer.ports.upstream;

/** A part of the extension module: a function of the C API as one of Python, and the row that names it. */
enum Part {
    /** The four functions; {@link CallText} has it. */
    CALL("call", "METH_VARARGS", ""),

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
                Py_buffer data;
                int readonly;
            } Exporter;

            static int get_buffer(PyObject *self, Py_buffer *view, int flags)
            {
                Exporter *it = (Exporter *)self;
                PyObject *obj = it->owner == self ? self : NULL;
                int own = obj != NULL || it->owner == Py_None;
                if (own ? PyBuffer_FillInfo(view, obj, it->data.buf, it->data.len, it->readonly, flags)
                        : PyObject_GetBuffer(it->owner, view, flags)) {
                    return -1;
                }
                view->internal = own ? obj : view->internal;
                acquired++;
                return 0;
            }

            static void release_buffer(PyObject *self, Py_buffer *view)
            {
                ++*(view->internal == self ? &released : &unneeded);
                view->internal = NULL;
            }

            static PyBufferProcs procs = {.bf_getbuffer = get_buffer, .bf_releasebuffer = release_buffer};
            static PyTypeObject type = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "Exporter",
                .tp_basicsize = sizeof(Exporter), .tp_as_buffer = &procs, .tp_flags = Py_TPFLAGS_DEFAULT};

            /* exporter(bytearray, readonly, owner): None, what requests are passed on to, or not given: itself */
            static PyObject *exporter(PyObject *self, PyObject *args)
            {
                PyObject *owner = NULL;
                Exporter *made = PyType_Ready(&type) == 0 ? PyObject_New(Exporter, &type) : NULL;
                if (made == NULL || !PyArg_ParseTuple(args, "y*i|O", &made->data, &made->readonly, &owner)) {
                    return NULL;
                }
                made->owner = owner == NULL ? (PyObject *)made : owner;
                Py_INCREF(made->owner);
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
