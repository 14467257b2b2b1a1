package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.Language;
import io.github.oldbuffer.ports.compiler.PortCompiler;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.Unit;
import io.github.oldbuffer.ports.declaration.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the compiler what types are that have names of their own, such as {@code gsize *}.
 *
 * <p>A source that claims of each type that it is none of those that are known: what the compiler denies is the answer.
 */
record TypeKinds(PortCompiler compiler) {

    private static final Pattern DENIED = Pattern.compile("oldbuffer type (\\d+) is ([A-Z_]+)");

    private static final String SAME_IN_CPP =
            "template <class A, class B> struct oldbuffer_same { enum { value = 0 }; };\n"
                    + "template <class A> struct oldbuffer_same<A, A> { enum { value = 1 }; };\n";

    /**
     * The kinds of types.
     *
     * @param unit that knows the types
     * @param scope namespaces that they are spelled in
     * @param types as {@link Parameter#plainType} gives them
     */
    Map<String, TypeKind> of(Unit unit, String scope, List<String> types) throws PortException {
        Map<String, TypeKind> kinds = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String type : types) {
            TypeKind.of(type).ifPresentOrElse(kind -> kinds.put(type, kind), () -> unknown.add(type));
        }
        if (!unknown.isEmpty()) {
            unknown.forEach(type -> kinds.put(type, TypeKind.UNKNOWN));
            for (String line : compiler.complaints(unit, claims(unit, scope, unknown))) {
                Matcher denied = DENIED.matcher(line);
                if (denied.find()) {
                    kinds.put(unknown.get(Integer.parseInt(denied.group(1))), TypeKind.valueOf(denied.group(2)));
                }
            }
        }
        return kinds;
    }

    private static String claims(Unit unit, String scope, List<String> types) {
        boolean cpp = unit.language() == Language.CPP;
        StringBuilder text = new StringBuilder(cpp ? "#include <stdint.h>\n" + SAME_IN_CPP : "#include <stdint.h>\n");
        List<String> scopes = scope.isEmpty() ? List.of() : List.of(scope.split("::"));
        scopes.forEach(each -> text.append("namespace ").append(each).append(" {\n"));
        for (int i = 0; i < types.size(); i++) {
            for (TypeKind kind : TypeKind.values()) {
                for (String spelling : kind.spellings()) {
                    if (cpp || !spelling.contains("&") && !spelling.equals("bool")) {
                        text.append(claim(cpp, types.get(i), spelling, "oldbuffer type " + i + " is " + kind));
                    }
                }
            }
        }
        scopes.forEach(each -> text.append("}\n"));
        return text.toString();
    }

    private static String claim(boolean cpp, String type, String spelling, String words) {
        String same = (cpp
                ? "::oldbuffer_same<" + type + ", " + spelling + ">::value"
                : "__builtin_types_compatible_p(" + type + ", " + spelling + ")");
        return (cpp ? "static_assert(!" : "_Static_assert(!") + same + ", \"" + words + "\");\n";
    }
}
