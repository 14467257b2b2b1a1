package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Fields;
import io.github.oldbuffer.ports.declaration.Parameter;
import io.github.oldbuffer.ports.declaration.TypeKind;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an adapter does: gives a helper what it wants, and brings what it returns into the original's outputs. */
final class AdapterBody {

    /** Before what only the author of the helper can know. */
    static final String FINISH = "FINISH";

    private final ReadUnit unit;
    private final Function function;
    private final Declaration helper;
    private final Map<String, TypeKind> kinds;

    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private final List<String> arguments = new ArrayList<>();
    private boolean pointerGiven;
    private boolean lengthGiven;
    private int unnamed;

    AdapterBody(ReadUnit unit, Function function, Declaration helper, Map<String, TypeKind> kinds) {
        this.unit = unit;
        this.function = function;
        this.helper = helper;
        this.kinds = kinds;
    }

    String text() {
        helper.required().forEach(this::argument);
        String call = called() + "(" + String.join(", ", arguments) + ")";
        String result = result(call);
        if (!function.hasOutputs()) {
            return before + result + after + "    return 1;\n";
        }
        if (!pointerGiven) {
            after.insert(0, "    *buffer = NULL; /* " + FINISH + ": where the memory is */\n");
        }
        if (!lengthGiven) {
            after.insert(0, "    *length = 0; /* " + FINISH + ": how many bytes it has */\n");
        }
        return before + result + after + "    return 0;\n";
    }

    /** What is called through an object of a class gives what the object then holds. */
    private String called() {
        if (!helper.member()) {
            return helper.name();
        }
        local(helper.scope() + " held");
        if (function.hasOutputs() && !pointerGiven) {
            new Fields(unit.declarations(), helper.scope()).given("held").ifPresent(text -> {
                after.append(text);
                pointerGiven = true;
                lengthGiven = true;
            });
        }
        return "held." + helper.simpleName();
    }

    private void argument(Parameter parameter) {
        TypeKind kind = kinds.get(parameter.plainType());
        String type = parameter.type().strip();
        String name = (parameter.name().isEmpty() ? "argument" + ++unnamed : parameter.name()) + "_";
        switch (kind) {
            case OBJECT -> arguments.add("object");
            case POINTER, POINTER_REFERENCE -> pointer(kind == TypeKind.POINTER, type, name);
            case LENGTH, NARROW_LENGTH, NARROW_UNSIGNED_LENGTH, LENGTH_REFERENCE ->
                length(kind != TypeKind.LENGTH_REFERENCE, type, name);
            case VIEW, VIEW_REFERENCE -> view(kind == TypeKind.VIEW, name);
            case ANYTHING -> anything(parameter, name);
            case INT -> number(parameter);
            case OWNER -> owner(name);
            default -> other(parameter, name);
        }
    }

    private void pointer(boolean byAddress, String type, String name) {
        local(withoutLast(type) + (withoutLast(type).endsWith("*") ? "" : " ") + name + " = NULL");
        arguments.add((byAddress ? "&" : "") + name);
        if (!pointerGiven) {
            give("*buffer = " + cast() + name);
            pointerGiven = true;
        }
    }

    private void length(boolean byAddress, String type, String name) {
        local(withoutLast(type) + " " + name + " = 0");
        arguments.add((byAddress ? "&" : "") + name);
        if (!lengthGiven) {
            give("*length = (Py_ssize_t)" + name);
            lengthGiven = true;
        }
    }

    private void view(boolean byAddress, String name) {
        local("Py_buffer " + name);
        before.append("    memset(&")
                .append(name)
                .append(", 0, sizeof(")
                .append(name)
                .append("));\n");
        arguments.add((byAddress ? "&" : "") + name);
        if (function.hasOutputs() && !pointerGiven) {
            give("*buffer = " + cast() + name + ".buf");
        }
        if (function.hasOutputs() && !lengthGiven) {
            give("*length = " + name + ".len");
        }
        give("PyBuffer_Release(&" + name + ")");
        pointerGiven = true;
        lengthGiven = true;
    }

    /** What a pointer to anything leads to shows in what the helper does with it. */
    private void anything(Parameter parameter, String name) {
        if (helper.mentions("Py_buffer") && !pointerGiven) {
            view(true, name);
        } else {
            arguments.add("NULL /* " + FINISH + ": " + words(parameter) + " */");
        }
    }

    private void number(Parameter parameter) {
        boolean flags = parameter.name().toLowerCase(java.util.Locale.ROOT).contains("flag");
        String write = function == Function.WRITE ? "PyBUF_WRITABLE" : "PyBUF_SIMPLE";
        arguments.add(flags ? write : "0 /* " + FINISH + ": " + words(parameter) + " */");
    }

    /** An object that keeps the memory: the caller's, as new references are. */
    private void owner(String name) {
        local("PyObject *" + name + " = NULL");
        arguments.add("&" + name);
        after.append("    Py_XDECREF(")
                .append(name)
                .append("); /* ")
                .append(FINISH)
                .append(": only where it is a new reference */\n");
    }

    /** A structure of the user's that is filled, or something that is only passed on. */
    private void other(Parameter parameter, String name) {
        String type = parameter.type().strip();
        String plain = parameter.plainType();
        boolean pointed = plain.endsWith("*") || plain.endsWith("&");
        String target = pointed ? plain.substring(0, plain.length() - 1) : plain;
        var structure = unit.declarations().structure(target.replaceFirst("^const ", ""));
        if (!pointed || type.startsWith("const ") || structure.isEmpty()) {
            arguments.add((pointed ? "NULL" : "0") + " /* " + FINISH + ": " + words(parameter) + " */");
            return;
        }
        boolean cpp = unit.unit().language() == Language.CPP;
        local((cpp ? structure.get() : withoutLast(type)) + " " + name + (cpp ? "{}" : ""));
        if (!cpp) {
            before.append("    memset(&")
                    .append(name)
                    .append(", 0, sizeof(")
                    .append(name)
                    .append("));\n");
        }
        arguments.add((plain.endsWith("*") ? "&" : "") + name);
        if (pointerGiven && helper.mentions("PyObject_GetBuffer")) {
            after.append("    /* ")
                    .append(FINISH)
                    .append(": release what ")
                    .append(name)
                    .append(" keeps */\n");
        }
        if (!pointerGiven && function.hasOutputs()) {
            new Fields(unit.declarations(), structure.get()).given(name).ifPresent(text -> {
                after.append(text);
                pointerGiven = true;
                lengthGiven = true;
            });
        }
    }

    private String result(String call) {
        String failure = function.hasOutputs() ? "-1" : "0";
        String clear = function.hasOutputs() ? "" : "        PyErr_Clear();\n";
        TypeKind kind = kinds.get(Parameter.plain(helper.result()));
        boolean converter = arguments.size() == 2 && kinds.containsKey("void*") && kind == TypeKind.INT;
        return switch (kind) {
            case INT ->
                !converter && function.hasOutputs() && helper.returnsZeroAndOne()
                        ? "    " + call + ";\n    if (PyErr_Occurred()) {\n        return -1;\n    }\n"
                        : converter || !function.hasOutputs() && after.length() == 0
                                ? "    if (" + call + " == 0) {\n" + clear + "        return " + failure + ";\n    }\n"
                                : "    int code = " + call + ";\n    if (code != 0) {\n" + clear + "        return "
                                        + (function.hasOutputs() ? "code" : "0") + ";\n    }\n";
            case BOOL -> "    if (!" + call + ") {\n" + clear + "        return " + failure + ";\n    }\n";
            case NOTHING ->
                unit.unit().language() == Language.CPP
                        ? thrown(call, failure, clear)
                        : "    " + call + ";\n    if (PyErr_Occurred()) {\n" + clear + "        return " + failure
                                + ";\n    }\n";
            case BYTES, ANYTHING -> returned(call, "found == NULL", "*buffer = " + cast() + "found", failure, clear);
            case SIZE -> returned(call, "found < 0", "*length = (Py_ssize_t)found", failure, clear);
            default ->
                new ValueReturned(unit, function, helper.result())
                        .text(call, failure, clear)
                        .map(text -> {
                            pointerGiven = true;
                            lengthGiven = true;
                            return text;
                        })
                        .orElse("    " + call + "; /* " + FINISH + ": what " + helper.result() + " tells */\n");
        };
    }

    /** What returns nothing may throw once it has set an exception of Python's, as bindings do. */
    private static String thrown(String call, String failure, String clear) {
        return "    try {\n        " + call + ";\n    } catch (...) {\n        if (!PyErr_Occurred()) {\n"
                + "            throw;\n        }\n    }\n    if (PyErr_Occurred()) {\n" + clear + "        return "
                + failure + ";\n    }\n";
    }

    /** A result that is an output as well. */
    private String returned(String call, String failed, String output, String failure, String clear) {
        String type = helper.result().strip();
        if (function.hasOutputs()) {
            give(output);
            pointerGiven |= output.startsWith("*buffer");
            lengthGiven |= output.startsWith("*length");
        }
        return "    " + type + (type.endsWith("*") ? "" : " ") + "found = " + call + ";\n    if (" + failed + ") {\n"
                + clear + "        return " + failure + ";\n    }\n";
    }

    private void local(String declaration) {
        before.append("    ").append(declaration).append(";\n");
    }

    private void give(String statement) {
        after.append("    ").append(statement).append(";\n");
    }

    private String cast() {
        return "(" + Prototypes.pointer(function) + " *)";
    }

    private static String words(Parameter parameter) {
        return parameter.name().isEmpty() ? parameter.type() : parameter.name();
    }

    /** The type that a pointer or a reference leads to. */
    private static String withoutLast(String type) {
        return type.replaceFirst("\\s*(const|restrict|__restrict)?\\s*$", "").replaceFirst("\\s*[*&]$", "");
    }
}
