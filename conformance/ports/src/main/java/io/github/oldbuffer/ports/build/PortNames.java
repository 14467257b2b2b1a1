package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a port calls its functions; in C++ with the namespaces and classes around them, such as {@code compat::my_read}.
 *
 * @param chosen whether the user named them: each must be there then, while of the original names any may be missing
 */
public record PortNames(Map<Function, String> names, boolean chosen) {

    /** What stands between the angle brackets of a template: types and numbers, and templates one deep. */
    private static final String ARGUMENTS = "(<([A-Za-z0-9_:*&, ]|<[A-Za-z0-9_:*&, ]+>)+>)?";

    private static final String PART = "[A-Za-z_][A-Za-z0-9_]*" + ARGUMENTS;

    /** What C and C++ allow, and what the kit puts into them and into command lines. */
    private static final String NAME = "(::)?" + PART + "(::" + PART + ")*";

    /** As GCC has it, and as Clang has it. */
    private static final Pattern WITHOUT_ARGUMENTS = Pattern.compile(
            "([\\w:]+)['’] used without template argument|class template '([\\w:]+)' requires template arguments");

    private static final String PREFIX = "PyObject_";

    public PortNames {
        names = Collections.unmodifiableMap(new EnumMap<>(names));
    }

    /** The four original names. */
    public static PortNames originals() {
        return new PortNames(
                Arrays.stream(Function.values()).collect(Collectors.toMap(each -> each, Function::cName)), false);
    }

    /**
     * Reads names such as {@code AsReadBuffer=my_read,CheckReadBuffer=my_check}.
     *
     * @throws IllegalArgumentException with one sentence where it is no such list
     */
    public static PortNames parse(String text) {
        Map<Function, String> names = new EnumMap<>(Function.class);
        for (String pair : pairs(text)) {
            String[] sides = pair.strip().split("=", -1);
            if (sides.length != 2 || !sides[1].strip().matches(NAME)) {
                throw new IllegalArgumentException("--names wants AsReadBuffer=my_name,... and not '" + pair + "'");
            }
            Function function = function(sides[0].strip())
                    .orElseThrow(() -> new IllegalArgumentException("--names knows AsCharBuffer, AsReadBuffer,"
                            + " CheckReadBuffer and AsWriteBuffer, and no '" + sides[0].strip() + "'"));
            if (names.put(function, sides[1].strip().replaceFirst("^::", "")) != null) {
                throw new IllegalArgumentException("--names has two names for " + sides[0].strip());
            }
        }
        return new PortNames(names, true);
    }

    /** Commas part pairs; those between the arguments of a template do not. */
    private static List<String> pairs(String text) {
        List<String> pairs = new ArrayList<>();
        int depth = 0;
        int first = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth <= 0) {
                pairs.add(text.substring(first, i));
                first = i + 1;
            }
        }
        pairs.add(text.substring(first));
        return pairs;
    }

    /** The name without the arguments of templates, as it is declared. */
    static String declared(String name) {
        String plain = name.replaceAll("<[^<>]*>", "");
        return plain.equals(name) ? plain : declared(plain);
    }

    /**
     * What is wrong with a name, where a compiler says that what stands in it lacks the arguments of its template.
     *
     * @param said by the compiler, of a template's name
     */
    Optional<String> lackingArguments(String said) {
        Matcher template = WITHOUT_ARGUMENTS.matcher(said);
        String type = template.find()
                ? (template.group(1) == null ? template.group(2) : template.group(1)).replaceFirst(".*::", "")
                : "";
        return names.entrySet().stream()
                .filter(entry -> !type.isEmpty() && entry.getValue().matches("(.*::)?" + type + "::.*"))
                .map(entry -> entry.getValue() + " stands in the template " + type
                        + ", whose arguments its name needs, such as --names '"
                        + entry.getKey().cName().substring(PREFIX.length()) + "="
                        + entry.getValue().replaceFirst("\\b" + type + "::", type + "<const char>::") + "'.")
                .findFirst();
    }

    /** The function that a word such as {@code AsReadBuffer} names. */
    static Optional<Function> function(String word) {
        return Arrays.stream(Function.values())
                .filter(each -> each.cName().equals(word) || each.cName().equals(PREFIX + word))
                .findFirst();
    }
}
