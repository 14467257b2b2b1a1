package io.github.oldbuffer.ports.upstream;

import io.github.oldbuffer.ports.reproduce.Aspect;
import io.github.oldbuffer.ports.reproduce.Check;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The function of the extension module that calls the four functions of the C API, with no line that the program does not need.
 *
 * @param functions of the four that are called
 * @param nulls whether NULL stands for an argument anywhere
 * @param pending whether an exception is set before a call
 * @param exceptions whether the program looks at the exception that a call left
 * @param bytes whether the program looks at bytes through the pointer
 * @param pokes whether the program writes through the pointer
 */
record CallText(
        Set<Function> functions, boolean nulls, boolean pending, boolean exceptions, boolean bytes, boolean pokes) {

    static CallText of(Scenario scenario, List<Check> checks) {
        EnumSet<Function> functions = EnumSet.noneOf(Function.class);
        boolean nulls = false;
        boolean pending = false;
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Call call) {
                functions.add(call.function());
                nulls |= !call.nulls().isEmpty();
                pending |= call.pending() != null;
            }
        }
        return new CallText(
                functions,
                nulls,
                pending,
                checks.stream().anyMatch(check -> exception(check, scenario)),
                checks.stream().anyMatch(check -> check.aspect() == Aspect.BYTES),
                scenario.steps().stream().anyMatch(step -> step instanceof Step.Poke));
    }

    private static boolean exception(Check check, Scenario scenario) {
        return scenario.steps().get(check.step()) instanceof Step.Call
                && (check.aspect() == Aspect.EXCEPTION || check.aspect() == Aspect.TYPE_ERROR);
    }

    /** Where the bytes stand in what a call tells; the result, the address, the length and the exception come first. */
    int placeOfBytes() {
        return exceptions ? 4 : 3;
    }

    /** The words in Python for a call. */
    String python(Step.Call call) {
        StringBuilder words = new StringBuilder();
        call.nulls()
                .forEach(argument ->
                        words.append(Character.toLowerCase(argument.name().charAt(0))));
        return "c.call(\"" + call.function().cName() + "\", o" + call.object()
                + (nulls ? ", \"" + words + "\"" : "")
                + (call.pending() == null ? ")" : ", " + call.pending().pythonName() + ")");
    }

    String text() {
        StringBuilder text =
                new StringBuilder("\n/* every libpython exports it; headers from 3.13 on do not declare it */\n");
        functions.forEach(function -> text.append("PyAPI_FUNC(int) ")
                .append(function.cName())
                .append(
                        function.hasOutputs()
                                ? "(PyObject *, " + pointer(function) + "*, Py_ssize_t *);"
                                : "(PyObject *);")
                .append("\n"));
        text.append(pokes ? "static void *last; /* the address that the last call gave */\n" : "");
        text.append("\n/* call(name, object" + (nulls ? ", nulls" : "") + (pending ? ", pending" : "")
                + ") gives the result, the address, the length" + (exceptions ? ", the exception" : "")
                + (bytes ? ", the bytes there" : "") + " */\n");
        text.append("static PyObject *call(PyObject *self, PyObject *args)\n{\n    const char *name"
                + (nulls ? ", *nulls" : "") + ";\n    PyObject *object" + (pending ? ", *pending = NULL" : "")
                + ";\n    void *buffer = NULL;\n    Py_ssize_t length = UNSET;\n    int code = -2;\n"
                + "    if (!PyArg_ParseTuple(args, \"sO" + (nulls ? "s" : "") + (pending ? "|O" : "")
                + "\", &name, &object" + (nulls ? ", &nulls" : "") + (pending ? ", &pending" : "")
                + ")) {\n        return NULL;\n    }\n");
        if (nulls) {
            text.append("""
                        void *where = strchr(nulls, 'b') ? NULL : &buffer;
                        Py_ssize_t *size = strchr(nulls, 'l') ? NULL : &length;
                        (void)where, (void)size; /* the check has no such arguments */
                        object = strchr(nulls, 'o') ? NULL : object;
                    """);
        }
        if (pending) {
            text.append("""
                        if (pending != NULL) {
                            PyErr_SetString(pending, "set before the call");
                        }
                    """);
        }
        for (Function function : functions) {
            text.append(callOf(function));
        }
        return text.append(told()).append("}\n").toString();
    }

    private String callOf(Function function) {
        String outputs = nulls ? ", where, size" : ", (void *)&buffer, &length";
        return "    code = strcmp(name, \"" + function.cName() + "\") == 0 ? " + function.cName() + "(object"
                + (function.hasOutputs() ? outputs : "") + ") : code;\n";
    }

    private String told() {
        String there = "code != 0 || buffer == NULL || length < 0 ? 0 : length < 24 ? length : 24";
        return (pokes ? "    last = code == 0 ? buffer : NULL;\n" : "")
                + (bytes ? "    Py_ssize_t there = " + there + ";\n" : "")
                + (exceptions ? "" : "    PyErr_Clear();\n")
                + "    return Py_BuildValue(\"iKn" + (exceptions ? "N" : "") + (bytes ? "y#" : "")
                + "\", code, (unsigned long long)(size_t)buffer, length" + (exceptions ? ", taken()" : "")
                + (bytes ? ",\n        there == 0 ? \"\" : (const char *)buffer, there" : "") + ");\n";
    }

    private static String pointer(Function function) {
        return switch (function) {
            case CHAR -> "const char *";
            case READ -> "const void *";
            default -> "void *";
        };
    }
}
