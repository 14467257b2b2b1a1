package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.spec.scenario.Function;

/** What a stand-in does: calls the user's function, and brings what it gives into the original's outputs. */
record StandInBody(Chosen chosen, boolean cpp) {

    /** What no helper writes as a length, so that it shows whether one was written. */
    private static final String UNTOUCHED = "-0x5EA1ED";

    String text() {
        if (!chosen.function().hasOutputs()) {
            return "    return " + chosen.name() + "(object" + chosen.rest() + ");\n";
        }
        return switch (chosen.fit()) {
            case EXACT, CALLED -> outputs(chosen.name() + "(object, %s, %s" + chosen.rest() + ")", "%s", "%s");
            case ALIKE -> outputs(chosen.name() + "(object, %s, %s" + chosen.rest() + ")", cast(1), cast(2));
            case CALLED_WITH_ANY_POINTER ->
                outputs(chosen.name() + "(object, %s, %s" + chosen.rest() + ")", "(void *)%s", "(void *)%s");
            case REFERENCES -> call("oldbuffer_reference(buffer), oldbuffer_reference(length)");
            case NARROW -> narrow("int");
            case NARROW_UNSIGNED -> narrow("unsigned int");
            case VIEW -> view("&view");
            case VIEW_BY_REFERENCE -> view("view");
            case VIEW_WITH_FLAGS ->
                view("&view, " + (chosen.function() == Function.WRITE ? "PyBUF_WRITABLE" : "PyBUF_SIMPLE"));
            case CONVERTER -> converter();
        };
    }

    private String call(String outputs) {
        return "    return " + chosen.name() + "(object, " + outputs + chosen.rest() + ");\n";
    }

    /** An adapter of the user's gets outputs of its own: what it writes where the call fails is not the port's doing. */
    private String outputs(String call, String pointer, String length) {
        if (!chosen.found().byAdapter()) {
            return "    return " + call.formatted(pointer.formatted("buffer"), length.formatted("length")) + ";\n";
        }
        return "    " + Prototypes.pointer(chosen.function()) + " *oldbuffer_pointer_found = 0;\n"
                + "    Py_ssize_t oldbuffer_length_found = 0;\n    int code = "
                + call.formatted(
                        pointer.formatted("&oldbuffer_pointer_found"), length.formatted("&oldbuffer_length_found"))
                + ";\n    if (code == 0) {\n        *buffer = oldbuffer_pointer_found;\n"
                + "        *length = oldbuffer_length_found;\n    }\n    return code;\n";
    }

    private String cast(int parameter) {
        return cpp ? "oldbuffer_pointer(%s)" : "(" + chosen.types().get(parameter) + ")%s";
    }

    private String narrow(String type) {
        return "    " + type + " narrow = (" + type + ")" + UNTOUCHED + ";\n    int code = " + chosen.name()
                + "(object, "
                + cast(1).formatted("buffer") + ", " + cast(2).formatted("&narrow") + chosen.rest() + ");\n"
                + "    if (code == 0 || narrow != (" + type + ")" + UNTOUCHED
                + ") {\n        *length = narrow;\n    }\n"
                + "    return code;\n";
    }

    private String view(String arguments) {
        return "    Py_buffer view;\n    memset(&view, 0, sizeof(view));\n    int code = " + chosen.name() + "(object, "
                + arguments + chosen.rest() + ");\n" + failed() + given("view")
                + "    PyBuffer_Release(&view);\n    return 0;\n";
    }

    /** Where a helper returns 0 and 1 alone, some mean 1 as "true" and some as "failed": its exception tells. */
    private String failed() {
        return chosen.returnsZeroAndOne()
                ? "    (void)code;\n    if (PyErr_Occurred() != NULL) {\n        return -1;\n    }\n"
                : "    if (code != 0) {\n        return code;\n    }\n";
    }

    /** As PyArg_ParseTuple calls it: with NULL once more, where it has asked for that, to clean up. */
    private String converter() {
        return "    union {\n        Py_buffer view;\n        char room[1024];\n    } target;\n"
                + "    memset(&target, 0, sizeof(target));\n    int code = " + chosen.name() + "(object, &target);\n"
                + "    if (code == 0) {\n        return -1;\n    }\n" + given("target.view")
                + "    if (code == Py_CLEANUP_SUPPORTED) {\n        " + chosen.name()
                + "(NULL, &target);\n    } else {\n"
                + "        PyBuffer_Release(&target.view);\n    }\n    return 0;\n";
    }

    private String given(String view) {
        return "    *buffer = (" + Prototypes.pointer(chosen.function()) + " *)" + view + ".buf;\n    *length = " + view
                + ".len;\n";
    }
}
