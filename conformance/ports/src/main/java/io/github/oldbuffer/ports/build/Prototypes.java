package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;

/** The four functions' types, in C. */
public final class Prototypes {

    private Prototypes() {}

    /** A declaration of a function with this name, without the semicolon. */
    public static String of(Function function, String name) {
        return "int " + name + "(" + parameters(function) + ")";
    }

    /** A pointer to a function of that type. */
    public static String pointerTo(Function function, String name) {
        return "int (*" + name + ")(" + parameters(function) + ")";
    }

    /** The types of the parameters, as {@link Parameter#plainType} gives them. */
    static List<String> types(Function function) {
        return function.hasOutputs()
                ? List.of("PyObject*", pointer(function) + "**", "Py_ssize_t*")
                : List.of("PyObject*");
    }

    /** What the pointer that is returned points to. */
    static String pointer(Function function) {
        return switch (function) {
            case CHAR -> "const char";
            case READ -> "const void";
            default -> "void";
        };
    }

    private static String parameters(Function function) {
        return function.hasOutputs()
                ? "PyObject *object, " + pointer(function) + " **buffer, Py_ssize_t *length"
                : "PyObject *object";
    }
}
