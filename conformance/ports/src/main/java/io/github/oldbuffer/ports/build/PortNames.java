package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a port calls its functions; in C++ with the namespaces and classes around them, such as {@code compat::my_read}.
 *
 * @param chosen whether the user named them: each must be there then, while of the original names any may be missing
 */
public record PortNames(Map<Function, String> names, boolean chosen) {

    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";

    /** What C and C++ allow, and what the kit puts into them and into command lines. */
    private static final String NAME = "(::)?" + IDENTIFIER + "(::" + IDENTIFIER + ")*";

    /** What stands between the angle brackets of a template: types and numbers, without a comma of its own. */
    private static final String ARGUMENTS = "(<[A-Za-z0-9_:*& ]+>)?";

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
        for (String pair : text.split(",", -1)) {
            String[] sides = pair.strip().split("=", -1);
            if (sides.length != 2 || !sides[1].strip().matches(NAME + ARGUMENTS)) {
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

    /** The function that a word such as {@code AsReadBuffer} names. */
    static Optional<Function> function(String word) {
        return Arrays.stream(Function.values())
                .filter(each -> each.cName().equals(word) || each.cName().equals(PREFIX + word))
                .findFirst();
    }
}
