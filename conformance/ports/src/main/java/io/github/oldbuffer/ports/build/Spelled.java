package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Parameter;
import io.github.oldbuffer.ports.declaration.Token;
import io.github.oldbuffer.ports.declaration.TypeKind;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the text of a function alone tells of its use, before a compiler has read it. */
public final class Spelled {

    private Spelled() {}

    /** Whether it can take the place of one of the four without an adapter of the user's. */
    public static boolean fits(Function function, Declaration declared) {
        Map<String, TypeKind> kinds = new HashMap<>();
        declared.parameters().forEach(each -> kind(each.plainType(), kinds));
        kinds.put(
                Parameter.plain(declared.result()),
                TypeKind.of(result(declared)).orElse(TypeKind.UNKNOWN));
        return SignatureCheck.fit(function, declared, kinds).isPresent();
    }

    /** The type that it returns, without macros in front: {@code NPY_NO_EXPORT int}. */
    public static String result(Declaration declared) {
        String plain = Parameter.plain(declared.result());
        String type = plain.replaceAll("\\b[A-Z][A-Z0-9_]{3,}\\b\\s*(?=\\w)", "");
        return type.isBlank() ? plain : type.strip();
    }

    private static void kind(String type, Map<String, TypeKind> kinds) {
        kinds.put(type, TypeKind.of(type).orElse(TypeKind.UNKNOWN));
    }

    /** The one of the four whose work it does, by its flags and its name. */
    public static Function like(Declaration declared) {
        if (declared.mentions("PyBUF_WRITABLE")) {
            return Function.WRITE;
        }
        Function named = AdapterWriter.like(declared.simpleName());
        return named == Function.CHECK && declared.required().size() > 1 ? Function.READ : named;
    }

    /** The one of the three with outputs whose work a name speaks of. */
    public static Function like(String name) {
        Function named = AdapterWriter.like(name);
        return named.hasOutputs() ? named : Function.READ;
    }

    /**
     * Whether a function can hand the memory of an object to its caller: then an adapter can make one of the four of it.
     */
    public static boolean gives(Declaration declared) {
        List<String> types =
                declared.parameters().stream().map(Parameter::plainType).toList();
        String result = result(declared);
        boolean takes = types.stream().anyMatch(type -> type.endsWith("PyObject*") || type.endsWith("handle"));
        boolean output = declared.parameters().stream().anyMatch(parameter -> isOutput(declared, parameter));
        boolean pointer = result.matches("(const )?(void|char|unsigned char|uint8_t)\\*");
        boolean held = declared.name().contains("::") && declared.isDefinition() && !declared.mentions("Py_buffer");
        return takes && !result.matches("PyObject\\*|.*\\bobject") && (output || pointer || declared.member() || held);
    }

    /** {@code PyObject *f(PyObject *self, PyObject *args)}, methods of types, and what initialises their objects. */
    public static boolean isForPython(Declaration function) {
        List<String> types =
                function.parameters().stream().map(Parameter::plainType).toList();
        if (types.isEmpty() || types.size() > 4 || !types.get(0).matches("\\w+\\*")) {
            return false;
        }
        boolean self = !types.get(0).equals("PyObject*");
        boolean arguments = types.size() > 1
                && types.subList(1, types.size()).stream()
                        .limit(2)
                        .allMatch(
                                type -> type.matches("(const )?PyObject\\*(const\\*)?\\*?|Py_ssize_t|PyTypeObject\\*"));
        String result = result(function).replaceAll("\\s", "");
        return result.equals("PyObject*") && (self && types.size() == 1 || arguments)
                || result.equals("int")
                        && types.size() == 3
                        && arguments
                        && types.get(2).equals("PyObject*");
    }

    /** Whether a parameter points to something that the function fills. */
    private static boolean isOutput(Declaration declared, Parameter parameter) {
        String type = parameter.plainType();
        if (!type.matches(".*[*&]") || type.matches("(const )?Py\\w*Object\\*")) {
            return false;
        }
        return type.matches(".*\\*[*&]|Py_buffer[*&]") || !declared.isDefinition() || fills(declared, parameter.name());
    }

    /** {@code name->field =}, {@code *name =}, {@code &name->view}, and the same of references. */
    private static boolean fills(Declaration declared, String name) {
        String body = declared.body().stream().map(Token::text).collect(Collectors.joining(" "));
        String word = Pattern.quote(name);
        return Pattern.compile("\\b" + word + " (->|\\.) \\w+ = [^=]|\\* " + word + " = [^=]|& " + word
                        + " (->|\\.)|& \\( ?" + word + "\\b|\\) " + word + "\\b")
                .matcher(body)
                .find();
    }
}
