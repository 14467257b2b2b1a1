package io.github.oldbuffer.ports.declaration;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A function as a source declares or defines it.
 *
 * @param name with the namespaces and classes around it: {@code compat::my_read}
 * @param result its type, as it is spelled
 * @param member whether it is called through an object of a class
 * @param template whether its types are to be chosen
 * @param inClass whether it stands in a class, which may keep it private
 * @param body what a definition does; {@code null} where it is only declared
 */
public record Declaration(
        String name,
        String result,
        List<Parameter> parameters,
        boolean isStatic,
        boolean member,
        boolean template,
        boolean inClass,
        Path file,
        int line,
        List<Token> body) {

    /** Constants with two values; the last is {@code Py_CLEANUP_SUPPORTED}. */
    private static final Map<String, String> TRUTHS =
            Map.of("0", "0", "false", "0", "1", "1", "true", "1", "0x20000", "1");

    private static final Pattern COMPARED = Pattern.compile("==|!=|&&|\\|\\||<0|>=?0");

    public Declaration {
        parameters = List.copyOf(parameters);
        body = body == null ? null : List.copyOf(body);
    }

    public boolean isDefinition() {
        return body != null;
    }

    /** The parameters that every call has to give. */
    public List<Parameter> required() {
        return parameters.stream().filter(parameter -> !parameter.optional()).toList();
    }

    /** The namespaces around it, outermost first; empty for none. */
    public String scope() {
        int last = name.lastIndexOf("::");
        return last < 0 ? "" : name.substring(0, last);
    }

    public String simpleName() {
        int last = name.lastIndexOf("::");
        return last < 0 ? name : name.substring(last + 2);
    }

    /** The same within a scope. */
    public Declaration in(String scope) {
        String whole = scope.isEmpty() ? name : scope + "::" + name;
        return new Declaration(whole, result, parameters, isStatic, member, template, inClass, file, line, body);
    }

    /** Whether the compiler alone knows what it takes or returns. */
    public boolean isDeduced() {
        return template || result.equals("auto");
    }

    public boolean mentions(String word) {
        return body != null && body.stream().anyMatch(token -> token.is(word));
    }

    /**
     * Whether all that it returns is 0 and 1, under whatever names, and both: then the one may mean success or failure,
     * and an exception alone tells which.
     */
    public boolean returnsZeroAndOne() {
        if (body == null) {
            return false;
        }
        Set<String> returned = new HashSet<>();
        for (int i = 0; i + 1 < body.size(); i++) {
            if (body.get(i).is("return")) {
                List<String> words = expression(i + 1);
                Set<String> assigned = words.size() == 1 ? assigned(words.get(0)) : Set.of();
                returned.addAll(assigned.isEmpty() ? truth(words) : assigned);
            }
        }
        return returned.equals(Set.of("0", "1"));
    }

    /** What a variable can be that is returned, as in all that Cython writes. */
    private Set<String> assigned(String variable) {
        Set<String> values = new HashSet<>();
        for (int i = 0; i + 2 < body.size(); i++) {
            if (body.get(i).is(variable)
                    && body.get(i + 1).is("=")
                    && !body.get(i + 2).is("=")) {
                values.addAll(truth(expression(i + 2)));
            }
        }
        return values;
    }

    private List<String> expression(int first) {
        return body.subList(first, body.size()).stream()
                .map(Token::text)
                .takeWhile(text -> !text.equals(";"))
                .toList();
    }

    /** What an expression can be: 0, 1, either, or more than that. */
    private static Set<String> truth(List<String> words) {
        if (words.size() == 1) {
            return Set.of(TRUTHS.getOrDefault(words.get(0), "more"));
        }
        String text = String.join("", words);
        return COMPARED.matcher(text).find() && !words.contains("?") || text.startsWith("!")
                ? Set.of("0", "1")
                : Set.of("more");
    }

    /** As in a source: {@code int my_read(PyObject *o, const void **b)}. */
    public String text() {
        String list = parameters.stream().map(Declaration::text).collect(Collectors.joining(", "));
        return spaced(result) + name + "(" + (list.isEmpty() ? "void" : list) + ")";
    }

    /** Where it stands, such as {@code buffers.c:12}. */
    public String place() {
        Path last = file.getFileName();
        return (last == null ? file : last) + ":" + line;
    }

    private static String text(Parameter parameter) {
        return parameter.name().isEmpty() ? parameter.type() : spaced(parameter.type()) + parameter.name();
    }

    private static String spaced(String type) {
        return type.endsWith("*") || type.endsWith("&") ? type : type + " ";
    }
}
