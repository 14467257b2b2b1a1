package io.github.oldbuffer.ports.alone;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a declaration gives a meaning to. */
final class Defined {

    private static final Pattern MACRO = Pattern.compile("\\s*#\\s*define\\s+(\\w+)");

    private static final Pattern TAG = Pattern.compile(
            "\\b(?:struct|union|enum|class)\\s+(?:class\\s+)?(?:[A-Z_0-9]+\\s+)?(\\w+)\\s*(?=[{:;]|$|final\\b)");

    private static final Pattern BEFORE_PARENTHESIS = Pattern.compile("(\\w+)\\s*\\(");

    /** {@code (*name)} of pointers to functions, {@code (name)(} of types of functions. */
    private static final Pattern POINTED =
            Pattern.compile("\\(\\s*(?:\\w+\\s*::\\s*)?(?:\\*+\\s*(?=\\w+\\s*[)\\[])|(?=\\w+\\s*\\)\\s*\\())(\\w+)");

    /** {@code EXPORT(int) name(}: the macro around the type is no name of the function's. */
    static final Pattern AROUND_TYPE = Pattern.compile(
            "^\\s*(?:(?:static|extern|inline|__inline)\\s+)*([A-Za-z_]\\w*)\\s*\\(([^()]*)\\)\\s*(?=\\w+\\s*\\()");

    private static final Pattern FUNCTION_TYPE = Pattern.compile("\\)\\s*[(\\[]");

    private static final Pattern VARIABLE = Pattern.compile("(\\w+)\\s*(?:\\[[^\\]]*\\]\\s*)*(?=[;,=]|$)");

    private static final Pattern ENUM = Pattern.compile("\\benum\\b[^{;(]*\\{([^}]*)\\}");

    private static final Pattern CONSTANT = Pattern.compile("(?:^|,)\\s*(\\w+)");

    private Defined() {}

    static Set<String> macro(String directive) {
        Matcher macro = MACRO.matcher(directive);
        return macro.lookingAt() ? Set.of(macro.group(1)) : Set.of();
    }

    /** @param piece of the outermost level, without directives */
    static Set<String> names(String piece) {
        Set<String> names = new HashSet<>();
        String head = Items.head(piece);
        if (Items.isFunction(piece)) {
            Matcher around = AROUND_TYPE.matcher(head);
            all(BEFORE_PARENTHESIS, outside(around.find() ? head.substring(around.end()) : head), names);
            return names;
        }
        all(TAG, piece, names);
        Matcher constants = ENUM.matcher(piece);
        while (constants.find()) {
            all(CONSTANT, constants.group(1), names);
        }
        boolean typed = piece.contains("}") && !head.contains("=");
        String declarators = typed ? piece.substring(piece.lastIndexOf('}') + 1) : head.replaceFirst("(?s)=.*", "");
        String plain = outside(declarators);
        if (plain.contains("(")) {
            all(BEFORE_PARENTHESIS, plain, names);
            if (FUNCTION_TYPE.matcher(plain).find()) {
                all(POINTED, declarators, names);
            }
        }
        all(VARIABLE, plain.strip(), names);
        return names;
    }

    private static void all(Pattern pattern, String text, Set<String> names) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
    }

    /** Without what stands in parentheses; the parentheses themselves stay. */
    private static String outside(String text) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (char each : text.toCharArray()) {
            depth -= each == ')' ? 1 : 0;
            if (depth <= 0) {
                kept.append(each);
            }
            depth += each == '(' ? 1 : 0;
        }
        return kept.toString();
    }
}
