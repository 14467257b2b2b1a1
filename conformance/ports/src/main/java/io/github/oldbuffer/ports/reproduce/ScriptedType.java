package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.ItemOrder;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The smallest C type that answers requests as a scripted exporter does.
 *
 * @param name of the object and prefix of all that belongs to it
 * @param depth 0 for an object of the scenario, more for one inside another
 */
record ScriptedType(Scripted exporter, String name, int depth) {

    /** Definitions for the top of a program; {@code name_new()} makes the object, {@code name_memory} is its memory. */
    String text() {
        StringBuilder text = new StringBuilder();
        boolean other = exporter.owner() == Scripted.Owner.OTHER;
        if (other) {
            text.append("static PyObject *").append(name).append("_target;\n");
        } else {
            memory(text);
        }
        text.append("\nstatic int ")
                .append(name)
                .append("_get(PyObject *self, Py_buffer *view, int flags)\n{\n    (void)self;\n");
        refusals(text);
        if (other) {
            text.append("    int code = PyObject_GetBuffer(")
                    .append(name)
                    .append("_target, view, flags);\n")
                    .append("    record_flags(" + depth + ", code < 0 ? \"refused\" : \"acquired with\", flags);\n");
            text.append("    if (code != 0) {\n        return code;\n    }\n");
            granted(text, "0");
        } else {
            grant(text);
            granted(text, "0");
        }
        text.append("}\n\n");
        release(text);
        text.append("static void " + name + "_free(PyObject *self)\n{\n"
                + (other ? "    Py_CLEAR(" + name + "_target);\n" : sparse() ? "" : "    free(" + name + "_memory);\n")
                + "    PyObject_Free(self);\n}\n\n");
        text.append("static PyBufferProcs %1$s_procs = {%1$s_get, %2$s};\n"
                .formatted(name, exporter.releases() ? name + "_release" : "NULL"));
        text.append("""
                static PyTypeObject %1$s_type = {
                    PyVarObject_HEAD_INIT(NULL, 0)
                    .tp_name = "%1$s", .tp_basicsize = sizeof(PyObject), .tp_flags = Py_TPFLAGS_DEFAULT,
                    .tp_as_buffer = &%1$s_procs, .tp_dealloc = %1$s_free,
                };

                static PyObject *%1$s_new(void)
                {
                """.formatted(name));
        setUp(text);
        text.append("    return PyType_Ready(&" + name + "_type) < 0 ? NULL : PyObject_New(PyObject, &" + name
                + "_type);\n}\n");
        return text.toString();
    }

    private Geometry geometry() {
        return exporter.geometry();
    }

    private boolean has(Quirk quirk) {
        return exporter.quirks().contains(quirk);
    }

    private boolean sparse() {
        return exporter.memory() > Pattern.SPARSE_ABOVE;
    }

    private void memory(StringBuilder text) {
        text.append("static unsigned char *%1$s_memory;\nstatic const Py_ssize_t %1$s_size = %2$d;\n"
                .formatted(name, exporter.memory()));
        if (geometry().format() != null) {
            text.append("static char %s_format[] = \"%s\";\n"
                    .formatted(name, geometry().format()));
        }
        if (!geometry().shape().isEmpty()) {
            text.append("static Py_ssize_t " + name + "_shape[] = {"
                    + list(geometry().shape()) + "};\n");
            text.append("static Py_ssize_t " + name + "_strides[] = {" + list(strides()) + "};\n");
        }
        if (geometry().indirect()) {
            int dimensions = geometry().shape().size();
            text.append("static Py_ssize_t " + name + "_table_strides[] = {sizeof(void *)"
                    + strides().stream().skip(1).map(stride -> ", " + stride).collect(Collectors.joining()) + "};\n");
            text.append("static Py_ssize_t " + name + "_suboffsets[] = {0" + ", -1".repeat(dimensions - 1) + "};\n");
            text.append("static void *" + name + "_rows[" + (geometry().shape().get(0) + 1) + "];\n");
        }
    }

    private void setUp(StringBuilder text) {
        if (exporter.owner() == Scripted.Owner.OTHER) {
            return;
        }
        text.append("    " + name + "_memory = " + (sparse() ? "sparse(" : "malloc((size_t)") + name
                + "_size + GUARD);\n    if (" + name + "_memory == NULL) {\n        return PyErr_NoMemory();\n    }\n");
        if (!sparse()) {
            text.append("    for (Py_ssize_t i = 0; i < " + name + "_size; i++) {\n        " + name
                    + "_memory[i] = (unsigned char)((" + exporter.seed() + " + i) % 251);\n    }\n");
        }
        text.append("    memset(" + name + "_memory + " + name + "_size, 0xA5, GUARD);\n");
        if (geometry().indirect()) {
            text.append("    for (int i = 0; i < " + geometry().shape().get(0) + "; i++) {\n        " + name
                    + "_rows[i] = " + name + "_memory + " + geometry().offset() + " + i * "
                    + strides().get(0)
                    + ";\n    }\n");
        }
    }

    private void refusals(StringBuilder text) {
        if (exporter.refusal() != null) {
            String when = exporter.refusal().writableOnly() ? "(flags & PyBUF_WRITABLE) != 0" : null;
            refuse(text, when, type(exporter.refusal().exception()), "refused");
            if (when == null) {
                return;
            }
        }
        if (exporter.owner() == Scripted.Owner.OTHER) {
            return;
        }
        if (exporter.readonly() && !has(Quirk.GRANTS_WRITABLE)) {
            refuse(text, "(flags & PyBUF_WRITABLE) != 0", "PyExc_BufferError", "the memory is read-only");
        }
        String granted = has(Quirk.IGNORES_LAYOUT) ? "!asks(flags, PyBUF_STRIDES) ? 0 : " : "";
        boolean inC = new ItemOrder(geometry()).ofC();
        boolean inFortran = new ItemOrder(geometry()).ofFortran();
        if (geometry().indirect()) {
            refuse(text, granted + "!asks(flags, PyBUF_INDIRECT)", "PyExc_BufferError", "the memory is indirect");
        }
        if (!inC) {
            refuse(
                    text,
                    granted + "!asks(flags, PyBUF_STRIDES) || asks(flags, PyBUF_C_CONTIGUOUS)",
                    "PyExc_BufferError",
                    "the memory is not C-contiguous");
        }
        if (!inFortran) {
            refuse(
                    text,
                    granted + "asks(flags, PyBUF_F_CONTIGUOUS)",
                    "PyExc_BufferError",
                    "the memory is not Fortran contiguous");
        }
        if (!inC && !inFortran) {
            refuse(
                    text,
                    granted + "asks(flags, PyBUF_ANY_CONTIGUOUS)",
                    "PyExc_BufferError",
                    "the memory is not contiguous");
        }
    }

    private void refuse(StringBuilder text, String when, String type, String message) {
        text.append(when == null ? "    {\n" : "    if (" + when + ") {\n");
        text.append("        record_flags(" + depth + ", \"refused\", flags);\n");
        if (!has(Quirk.FAILS_WITHOUT_EXCEPTION)) {
            text.append("        PyErr_SetString(" + type + ", \"" + message + "\");\n");
        }
        text.append(
                has(Quirk.RUBBISH_ON_FAILURE)
                        ? "        memset(view, 0xA5, sizeof(*view));\n        view->obj = self;\n"
                        : "        view->obj = NULL;\n");
        text.append("        return " + (has(Quirk.FAILS_WITH_MINUS_TWO) ? "-2" : "-1") + ";\n    }\n");
    }

    /** Python's own exceptions are variables of its API; ours are names that the program looks up. */
    static String type(ExceptionType type) {
        return switch (type) {
            case DERIVED_TYPE_ERROR, CUSTOM -> "named(\"" + type.pythonName() + "\")";
            default -> "PyExc_" + type.pythonName();
        };
    }

    private void grant(StringBuilder text) {
        boolean table = geometry().indirect();
        int dimensions = geometry().shape().size();
        text.append("    memset(view, 0, sizeof(*view));\n");
        if (!exporter.nullBuffer()) {
            String plain = name + "_memory"
                    + (geometry().offset() == 0 ? "" : " + " + geometry().offset());
            text.append("    view->buf = "
                    + (table
                            ? "asks(flags, PyBUF_INDIRECT) ? (void *)" + name + "_rows : (void *)(" + plain + ")"
                            : plain)
                    + ";\n");
        }
        long items = geometry().shape().stream().reduce(1L, (one, other) -> one * other);
        text.append("    view->len = "
                + (has(Quirk.LENGTH_IN_ITEMS) ? items : items * geometry().itemsize()) + ";\n");
        text.append("    view->itemsize = " + geometry().itemsize() + ";\n    view->readonly = "
                + (exporter.readonly() ? 1 : 0) + ";\n    view->ndim = " + dimensions + ";\n");
        if (geometry().format() != null) {
            text.append("    view->format = asks(flags, PyBUF_FORMAT) ? " + name + "_format : NULL;\n");
        }
        if (dimensions > 0) {
            text.append("    view->shape = asks(flags, PyBUF_ND) ? " + name + "_shape : NULL;\n");
            text.append("    view->strides = !asks(flags, PyBUF_STRIDES) ? NULL : "
                    + (table ? "asks(flags, PyBUF_INDIRECT) ? " + name + "_table_strides : " : "") + name
                    + "_strides;\n");
        }
        if (table) {
            text.append("    view->suboffsets = asks(flags, PyBUF_INDIRECT) ? " + name + "_suboffsets : NULL;\n");
        }
        if (exporter.owner() == Scripted.Owner.SELF) {
            text.append("    Py_INCREF(self);\n    view->obj = self;\n");
            if (exporter.releases()) {
                text.append("    view->internal = new_token(self);\n");
            }
        }
        text.append("    record_flags(" + depth + ", \"acquired with\", flags);\n");
    }

    private void granted(StringBuilder text, String code) {
        if (has(Quirk.SUCCEEDS_WITH_EXCEPTION)) {
            text.append("    PyErr_SetString(PyExc_RuntimeError, \"set although the request was granted\");\n");
        }
        text.append("    return " + (has(Quirk.SUCCEEDS_WITH_ONE) ? "1" : code) + ";\n");
    }

    private void release(StringBuilder text) {
        if (exporter.releases()) {
            text.append("static void " + name + "_release(PyObject *self, Py_buffer *view)\n{\n    record(" + depth
                    + ", use_token(self, view->internal) ? \"released\" : \"released without need\");\n");
            if (has(Quirk.WIPES_VIEW_ON_RELEASE)) {
                text.append("    PyObject *owner = view->obj; /* PyBuffer_Release gives it back */\n"
                        + "    memset(view, 0xA5, sizeof(*view));\n    view->obj = owner;\n");
            }
            text.append("}\n\n");
        }
    }

    private List<Long> strides() {
        return new ItemOrder(geometry()).strides();
    }

    private static String list(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
