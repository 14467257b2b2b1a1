package io.github.oldbuffer.ports.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a structure or a class keeps a pointer and a length, by the look of its fields. */
public record Fields(Declarations declarations, String structure) {

    private static final Pattern LENGTH = Pattern.compile("(?i).*(len|size|count|bytes).*|n_?|nbytes");

    private static final Set<String> NUMBERS = Set.of(
            "int",
            "unsigned",
            "long",
            "short",
            "size_t",
            "ssize_t",
            "Py_ssize_t",
            "uint32_t",
            "int32_t",
            "uint64_t",
            "int64_t",
            "ptrdiff_t");

    /** Statements that set the outputs; empty where the fields do not tell. */
    public Optional<String> given(String variable) {
        List<List<Token>> fields = fields();
        for (List<Token> field : fields) {
            if (field.size() == 2 && field.get(0).is("Py_buffer")) {
                String view = variable + "." + field.get(1).text();
                String release = releasesItself() ? "" : "    PyBuffer_Release(&" + view + ");\n";
                return Optional.of(set(view + ".buf", view + ".len") + release);
            }
        }
        Optional<String> pointer = fields.stream()
                .filter(field -> field.stream().filter(token -> token.is("*")).count() == 1)
                .filter(field -> field.stream().noneMatch(token -> token.is("PyObject")))
                .map(Fields::name)
                .findFirst();
        Optional<String> length = fields.stream()
                .filter(field -> field.stream().noneMatch(token -> token.is("*"))
                        && field.stream().anyMatch(token -> NUMBERS.contains(token.text())))
                .map(Fields::name)
                .filter(name -> LENGTH.matcher(name).matches())
                .findFirst();
        return pointer.isPresent() && length.isPresent()
                ? Optional.of(set(variable + "." + pointer.get(), variable + "." + length.get()))
                : Optional.empty();
    }

    /** Whether it has a destructor, as classes that hold a view have. */
    private boolean releasesItself() {
        return declarations.structures().get(structure).stream().anyMatch(token -> token.is("~"));
    }

    private static String set(String pointer, String length) {
        return "    *buffer = " + pointer + ";\n    *length = (Py_ssize_t)" + length + ";\n";
    }

    private static String name(List<Token> field) {
        return field.get(field.size() - 1).text();
    }

    /** Each without its initial value; functions left out. */
    private List<List<Token>> fields() {
        List<List<Token>> fields = new ArrayList<>();
        List<Token> one = new ArrayList<>();
        int depth = 0;
        boolean valued = false;
        for (Token token : declarations.structures().getOrDefault(structure, List.of())) {
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            if (depth == 0 && (token.is(";") || token.is("}"))) {
                if (one.size() > 1 && one.stream().noneMatch(each -> each.is("("))) {
                    fields.add(List.copyOf(one));
                }
                one.clear();
                valued = false;
            } else if (depth == 0 && token.is("=")) {
                valued = true;
            } else if (depth == 0 && token.is(":") && one.size() == 1) {
                one.clear();
            } else if (depth == 0 && !valued) {
                one.add(token);
            }
        }
        return fields;
    }
}
