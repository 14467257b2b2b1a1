package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.declaration.Fields;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A result that tells of the memory by itself: a view, a range of C++, a structure with a pointer and a length.
 *
 * @param type that is returned
 */
record ValueReturned(ReadUnit unit, Function function, String type) {

    private static final Pattern OPTIONAL = Pattern.compile("(?:std\\s*::\\s*)?optional\\s*<(.*)>");

    private static final Pattern PAIR =
            Pattern.compile("(?:std\\s*::\\s*)?(?:pair|tuple)\\s*<\\s*[^,<>]*\\*\\s*,\\s*[^,<>*]+>");

    private static final Pattern RANGE = Pattern.compile(
            "(?:const )?(?:\\w+\\s*::\\s*)*(?:\\w*string_view|span\\s*<.*>|basic_string_view\\s*<.*>)&?");

    /** Statements that call the helper and set the outputs; empty where the type does not tell. */
    Optional<String> text(String call, String failure, String clear) {
        if (!function.hasOutputs()) {
            return Optional.empty();
        }
        boolean cpp = unit.unit().language() == Language.CPP;
        String found = type.strip();
        Matcher optional = OPTIONAL.matcher(found);
        boolean wrapped = cpp && optional.matches();
        String held = wrapped ? optional.group(1).strip() : found;
        return outputs(held, wrapped ? "(*found)" : "found", cpp).map(outputs -> {
            String text = "    " + (cpp ? "auto" : found) + " found = " + call + ";\n    if ("
                    + (wrapped ? "!found" : "PyErr_Occurred()") + ") {\n" + clear + "        return " + failure
                    + ";\n    }\n" + outputs;
            return cpp ? thrown(text, failure) : text;
        });
    }

    /** What returns a value may throw once it has set an exception of Python's. */
    private static String thrown(String text, String failure) {
        return "    try {\n" + text.indent(4) + "    } catch (...) {\n        if (!PyErr_Occurred()) {\n"
                + "            throw;\n        }\n        return " + failure + ";\n    }\n";
    }

    private Optional<String> outputs(String held, String found, boolean cpp) {
        if (held.equals("Py_buffer")) {
            return Optional.of(set(found + ".buf", found + ".len") + "    PyBuffer_Release(&" + found + ");\n");
        } else if (cpp && RANGE.matcher(held).matches()) {
            // what a range of other items than bytes counts is known to it
            String bytes = held.contains("span") ? found + ".size_bytes()" : found + ".size()";
            return Optional.of(set(found + ".data()", bytes));
        } else if (cpp && PAIR.matcher(held).matches()) {
            return Optional.of(
                    held.contains("tuple")
                            ? set("std::get<0>(" + found + ")", "std::get<1>(" + found + ")")
                            : set(found + ".first", found + ".second"));
        }
        return unit.declarations()
                .structure(held)
                .flatMap(structure -> new Fields(unit.declarations(), structure).given(found));
    }

    private String set(String pointer, String length) {
        return "    *buffer = (" + Prototypes.pointer(function) + " *)" + pointer + ";\n    *length = (Py_ssize_t)"
                + length + ";\n";
    }
}
