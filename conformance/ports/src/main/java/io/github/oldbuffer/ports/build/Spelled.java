package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Parameter;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the text of a function alone tells of its use, before a compiler has read it. */
public final class Spelled {

    private Spelled() {}

    /** Whether it can take the place of one of the four without an adapter of the user's. */
    public static boolean fits(Function function, Declaration declared) {
        Map<String, TypeKind> kinds = new HashMap<>();
        declared.parameters().forEach(each -> kind(each.plainType(), kinds));
        kind(Parameter.plain(declared.result()), kinds);
        return SignatureCheck.fit(function, declared, kinds).isPresent();
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
        boolean takes = types.stream().anyMatch(type -> type.endsWith("PyObject*") || type.endsWith("handle"));
        boolean output = types.stream().anyMatch(Spelled::isOutput);
        boolean pointer = Parameter.plain(declared.result()).matches("(const )?(void|char|unsigned char|uint8_t)\\*");
        return takes && (output || pointer || declared.member());
    }

    /** A pointer to something that is filled: what Python's objects and plain text are behind is none. */
    private static boolean isOutput(String type) {
        return type.equals("void*")
                || type.matches(".*[*&]")
                        && !type.contains("PyObject")
                        && !type.matches("(const .*|char)[*&]|PyTypeObject\\*");
    }
}
