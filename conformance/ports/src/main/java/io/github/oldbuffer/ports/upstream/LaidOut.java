package io.github.oldbuffer.ports.upstream;

import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.ItemOrder;
import io.github.oldbuffer.spec.exporter.Scripted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A type of the extension module whose memory has a layout: dimensions, strides, rows behind pointers.
 *
 * @param name of the object, which begins all names that belong to it
 */
record LaidOut(Scripted exporter, String name) {

    /** More than this would be no reader's example. */
    private static final long MOST_MEMORY = 256;

    /** Goes once into a module that has such types. */
    static final String ASKS = """

            static int asks(int flags, int wanted)
            {
                return (flags & wanted) == wanted;
            }
            """;

    private static final String RELEASE = "static void %s_release(PyObject *self, Py_buffer *view) {}\n\n";

    private static final String COUNTED_RELEASE = """
            static void %s_release(PyObject *self, Py_buffer *view)
            {
                int *count = view->internal == self ? &released : &unneeded;
                ++*count;
                view->internal = NULL;
            }

            """;

    /** Whether an exporter answers as such a type does. */
    static boolean canBe(Scripted exporter) {
        return exporter.refusal() == null
                && exporter.quirks().isEmpty()
                && exporter.target() == null
                && exporter.memory() <= MOST_MEMORY;
    }

    /** The row of the module's table. */
    String row() {
        return "    {\"" + name + "\", " + name + ", METH_NOARGS, NULL},\n";
    }

    /** @param counted whether the module counts what its exporters are asked */
    String text(boolean counted) {
        StringBuilder text = new StringBuilder();
        memory(text);
        text.append("\nstatic int %s_get(PyObject *self, Py_buffer *view, int flags)\n{\n".formatted(name));
        refusal(text);
        grant(text);
        text.append((counted ? "    acquired++;\n" : "") + "    return 0;\n}\n\n");
        if (exporter.releases()) {
            text.append((counted ? COUNTED_RELEASE : RELEASE).formatted(name));
        }
        text.append("""
                static PyBufferProcs %1$s_procs = {%1$s_get, %2$s};
                static PyTypeObject %1$s_type = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "%1$s",
                    .tp_basicsize = sizeof(PyObject), .tp_as_buffer = &%1$s_procs, .tp_flags = Py_TPFLAGS_DEFAULT};

                static PyObject *%1$s(PyObject *self, PyObject *none)
                {
                    return PyType_Ready(&%1$s_type) == 0 ? PyObject_New(PyObject, &%1$s_type) : NULL;
                }
                """.formatted(name, exporter.releases() ? name + "_release" : "NULL"));
        return text.toString();
    }

    private Geometry geometry() {
        return exporter.geometry();
    }

    private ItemOrder order() {
        return new ItemOrder(geometry());
    }

    private void memory(StringBuilder text) {
        text.append("\nstatic unsigned char %s_memory[] = {%s};\n"
                .formatted(
                        name,
                        LongStream.range(0, Math.max(1, exporter.memory()))
                                .mapToObj(i -> Long.toString((exporter.seed() + i) % 251))
                                .collect(Collectors.joining(", "))
                                .replaceAll("(.{90,}?,) ", "$1\n    ")));
        if (geometry().shape().isEmpty()) {
            return;
        }
        List<String> strides =
                new ArrayList<>(order().strides().stream().map(String::valueOf).toList());
        if (geometry().indirect()) {
            strides.set(0, "sizeof(void *)");
        }
        text.append("static Py_ssize_t %1$s_shape[] = {%2$s}, %1$s_strides[] = {%3$s};\n"
                .formatted(
                        name,
                        geometry().shape().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        String.join(", ", strides)));
        if (geometry().indirect()) {
            text.append("static Py_ssize_t %1$s_suboffsets[] = {0%2$s};\nstatic void *%1$s_rows[] = {%3$s};\n"
                    .formatted(name, ", -1".repeat(geometry().shape().size() - 1), rows()));
        }
    }

    private String rows() {
        String rows = LongStream.range(0, geometry().shape().get(0))
                .map(row -> geometry().offset() + row * order().strides().get(0))
                .mapToObj(offset -> name + "_memory + " + offset)
                .collect(Collectors.joining(", "));
        return rows.isEmpty() ? "NULL" : rows;
    }

    private void refusal(StringBuilder text) {
        List<String> refused = new ArrayList<>();
        if (exporter.readonly()) {
            refused.add("asks(flags, PyBUF_WRITABLE)");
        }
        if (geometry().indirect()) {
            refused.add("!asks(flags, PyBUF_INDIRECT)");
        } else if (!order().ofC()) {
            refused.add("!asks(flags, PyBUF_STRIDES)");
        }
        if (!order().ofC()) {
            refused.add("asks(flags, PyBUF_C_CONTIGUOUS)");
        }
        if (!order().ofFortran()) {
            refused.add("asks(flags, PyBUF_F_CONTIGUOUS)");
        }
        if (!order().ofC() && !order().ofFortran()) {
            refused.add("asks(flags, PyBUF_ANY_CONTIGUOUS)");
        }
        if (!refused.isEmpty()) {
            text.append(
                    "    if (" + String.join(" || ", refused).replaceAll("(.{60,}?) \\|\\| ", "$1\n        || ") + """
                    ) {
                            view->obj = NULL;
                            PyErr_SetString(PyExc_BufferError, "the memory is not as asked");
                            return -1;
                        }
                    """);
        }
    }

    private void grant(StringBuilder text) {
        long items = geometry().shape().stream().reduce(1L, (one, other) -> one * other);
        List<String> fields = new ArrayList<>();
        if (!exporter.nullBuffer()) {
            fields.add(".buf = "
                    + (geometry().indirect()
                            ? name + "_rows"
                            : name + "_memory + " + geometry().offset()));
        }
        fields.add(".len = " + items * geometry().itemsize());
        fields.add(".itemsize = " + geometry().itemsize());
        fields.add(".readonly = " + (exporter.readonly() ? 1 : 0));
        fields.add(".ndim = " + geometry().shape().size());
        if (geometry().format() != null) {
            fields.add(".format = asks(flags, PyBUF_FORMAT) ? \"" + geometry().format() + "\" : NULL");
        }
        if (!geometry().shape().isEmpty()) {
            fields.add(".shape = asks(flags, PyBUF_ND) ? " + name + "_shape : NULL");
            fields.add(".strides = asks(flags, PyBUF_STRIDES) ? " + name + "_strides : NULL");
        }
        if (geometry().indirect()) {
            fields.add(".suboffsets = " + name + "_suboffsets");
        }
        boolean owned = exporter.owner() == Scripted.Owner.SELF;
        if (owned) {
            fields.add(".obj = self, .internal = self");
        }
        text.append("    *view = (Py_buffer){" + String.join(", ", fields).replaceAll("(.{60,}?,) \\.", "$1\n        .")
                + "};\n" + (owned ? "    Py_INCREF(self);\n" : ""));
    }
}
