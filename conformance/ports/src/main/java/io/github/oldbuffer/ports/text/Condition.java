package io.github.oldbuffer.ports.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a condition of a preprocessor's is in a Python of today, as far as it speaks of Python's version alone. */
final class Condition {

    /** 3.14, the newest that the kit knows. */
    private static final long HEX = 0x030E00F0L;

    private static final Pattern COMPARISON = Pattern.compile("(PY_(?:VERSION_HEX|MAJOR_VERSION|MINOR_VERSION))"
            + "\\s*(<=|>=|==|!=|<|>)\\s*\\(?(0[xX][0-9A-Fa-f]+|\\d+)[uUlL]*\\)?");

    private static final Pattern NAMED =
            Pattern.compile("(?:defined\\s*\\(?\\s*)?((?:IS_|HAVE_|WITH_)?PY(?:THON)?_?([23])K?)\\s*\\)?");

    private Condition() {}

    /** @return empty where nobody can tell without compiling */
    static Optional<Boolean> of(String text) {
        String condition = outer(text.strip());
        List<String> any = parts(condition, "||");
        List<String> all = parts(condition, "&&");
        if (any.size() > 1) {
            return joined(any, true);
        } else if (all.size() > 1) {
            return joined(all, false);
        } else if (condition.startsWith("!") && !condition.startsWith("!=")) {
            return of(condition.substring(1)).map(value -> !value);
        } else if (condition.matches("\\d+")) {
            return Optional.of(Integer.parseInt(condition) != 0);
        }
        Matcher comparison = COMPARISON.matcher(condition);
        if (comparison.matches()) {
            return Optional.of(holds(comparison));
        }
        Matcher named = NAMED.matcher(condition);
        return named.matches() ? Optional.of(named.group(2).equals("3")) : Optional.empty();
    }

    private static boolean holds(Matcher comparison) {
        long value = switch (comparison.group(1)) {
            case "PY_MAJOR_VERSION" -> HEX >> 24;
            case "PY_MINOR_VERSION" -> HEX >> 16 & 0xFF;
            default -> HEX;
        };
        int order = Long.compare(value, Long.decode(comparison.group(3)));
        return switch (comparison.group(2)) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "==" -> order == 0;
            default -> order != 0;
        };
    }

    /** One part decides where it has the deciding value, all together where they have the other. */
    private static Optional<Boolean> joined(List<String> parts, boolean deciding) {
        List<Optional<Boolean>> values = parts.stream().map(Condition::of).toList();
        if (values.contains(Optional.of(deciding))) {
            return Optional.of(deciding);
        }
        return values.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(!deciding);
    }

    /** Parts between signs that stand in no parentheses. */
    private static List<String> parts(String text, String sign) {
        List<String> parts = new java.util.ArrayList<>();
        int depth = 0;
        int first = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && text.startsWith(sign, i)) {
                parts.add(text.substring(first, i).strip());
                first = i + sign.length();
                i = first - 1;
            }
        }
        parts.add(text.substring(first).strip());
        return parts;
    }

    /** Without parentheses around the whole. */
    private static String outer(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && i < text.length() - 1) {
                return text;
            }
        }
        return text.startsWith("(") && text.endsWith(")")
                ? outer(text.substring(1, text.length() - 1).strip())
                : text;
    }
}
