package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.scenario.Function;

/** The four functions' types, in C. */
public final class Prototypes {

    private Prototypes() {}

    /** A declaration of a function with this name, without the semicolon. */
    public static String of(Function function, String name) {
        return "int " + name + "(" + parameters(function) + ")";
    }

    /** A function of that type that passes its arguments on to something else of the type, such as a macro. */
    public static String passingOn(Function function, String name, String target) {
        String arguments = function.hasOutputs() ? "object, buffer, length" : "object";
        return of(function, name) + "\n{\n    return " + target + "(" + arguments + ");\n}\n";
    }

    /** A pointer to a function of that type. */
    public static String pointer(Function function, String name) {
        return "int (*" + name + ")(" + parameters(function) + ")";
    }

    private static String parameters(Function function) {
        return switch (function) {
            case CHAR -> "PyObject *object, const char **buffer, Py_ssize_t *length";
            case READ -> "PyObject *object, const void **buffer, Py_ssize_t *length";
            case CHECK -> "PyObject *object";
            case WRITE -> "PyObject *object, void **buffer, Py_ssize_t *length";
        };
    }
}
