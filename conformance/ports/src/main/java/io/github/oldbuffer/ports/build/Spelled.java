package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.Parameter;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.HashMap;
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
}
