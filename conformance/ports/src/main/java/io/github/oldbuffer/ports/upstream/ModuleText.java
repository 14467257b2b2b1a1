package io.github.oldbuffer.ports.upstream;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The extension module beside a program: it makes Python functions of what the program asks of the C API. */
final class ModuleText {

    static final String FILE = "repro_module.c";

    private static final String HEAD = """
            /* The extension module that repro.py compiles and loads. */
            #define PY_SSIZE_T_CLEAN
            #include <Python.h>
            #include <string.h>
            """;

    private static final String UNSET = "\nenum { UNSET = -12345 }; /* a length that nobody set */\n";

    private static final String TAKEN = """

            static PyObject *taken(void) /* the type of the exception that is set, or None; it is cleared */
            {
                PyObject *type = PyErr_Occurred() == NULL ? Py_None : PyErr_Occurred();
                Py_INCREF(type);
                PyErr_Clear();
                return type;
            }
            """;

    private static final String END = """

            static PyMethodDef functions[] = {
            %s    {NULL, NULL, 0, NULL},
            };

            static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, .m_name = "repro_module", .m_size = -1, .m_methods = functions};

            PyMODINIT_FUNC PyInit_repro_module(void) { return PyModule_Create(&module); }
            """;

    private ModuleText() {}

    /**
     * The module.
     *
     * @param call how it calls the four functions, where it does
     * @param laidOut types of exporters
     */
    static String of(Set<Part> parts, CallText call, List<LaidOut> laidOut) {
        boolean views = parts.contains(Part.HOLD) || parts.contains(Part.PARSE);
        boolean calls = parts.contains(Part.CALL);
        return HEAD
                + (views || calls ? UNSET : "")
                + (views || calls && call.exceptions() ? TAKEN : "")
                + parts.stream()
                        .sorted()
                        .map(part -> part == Part.CALL ? call.text() : part.text())
                        .collect(Collectors.joining())
                + (laidOut.isEmpty() ? "" : LaidOut.ASKS)
                + laidOut.stream()
                        .map(type -> type.text(parts.contains(Part.COUNTS)))
                        .collect(Collectors.joining())
                + END.formatted(Stream.concat(
                                parts.stream().sorted().map(Part::row),
                                laidOut.stream().map(LaidOut::row))
                        .collect(Collectors.joining()));
    }
}
