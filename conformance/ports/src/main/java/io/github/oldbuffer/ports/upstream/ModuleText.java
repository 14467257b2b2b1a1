package io.github.oldbuffer.ports.upstream;

import io.github.oldbuffer.spec.scenario.Function;
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

    private static final String TAKEN = """

            enum { UNSET = -12345 }; /* a length that nobody set */

            static PyObject *taken(void) /* the type of the exception that is set, or None; it is cleared */
            {
                PyObject *type = PyErr_Occurred();
                type = type == NULL ? Py_None : type;
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

            PyMODINIT_FUNC PyInit_repro_module(void)
            {
                return PyModule_Create(&module);
            }
            """;

    private ModuleText() {}

    /**
     * The module.
     *
     * @param functions of the four that it calls
     * @param laidOut types of exporters
     */
    static String of(Set<Part> parts, Set<Function> functions, List<LaidOut> laidOut) {
        boolean takes = parts.contains(Part.CALL) || parts.contains(Part.HOLD) || parts.contains(Part.PARSE);
        return HEAD
                + (takes ? TAKEN : "")
                + parts.stream().sorted().map(part -> text(part, functions)).collect(Collectors.joining())
                + (laidOut.isEmpty() ? "" : LaidOut.ASKS)
                + laidOut.stream()
                        .map(type -> type.text(parts.contains(Part.COUNTS)))
                        .collect(Collectors.joining())
                + END.formatted(Stream.concat(
                                parts.stream().sorted().map(Part::row),
                                laidOut.stream().map(LaidOut::row))
                        .collect(Collectors.joining()));
    }

    private static String text(Part part, Set<Function> functions) {
        if (part != Part.CALL) {
            return part.text();
        }
        StringBuilder declared =
                new StringBuilder("/* every libpython exports it; headers from 3.13 on do not declare it */");
        StringBuilder called = new StringBuilder();
        for (Function function : functions) {
            String pointer = pointer(function);
            declared.append("\nPyAPI_FUNC(int) ")
                    .append(function.cName())
                    .append(function.hasOutputs() ? "(PyObject *, " + pointer + "*, Py_ssize_t *);" : "(PyObject *);");
            called.append(called.isEmpty() ? "" : "\n")
                    .append("    if (strcmp(name, \"")
                    .append(function.cName())
                    .append("\") == 0) {\n        code = ")
                    .append(function.cName())
                    .append(function.hasOutputs() ? "(object, where, size);" : "(object);")
                    .append("\n    }");
        }
        return part.text().formatted(declared, called);
    }

    private static String pointer(Function function) {
        return switch (function) {
            case CHAR -> "const char *";
            case READ -> "const void *";
            default -> "void *";
        };
    }
}
