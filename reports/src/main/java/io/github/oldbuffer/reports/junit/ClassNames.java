package io.github.oldbuffer.reports.junit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Implementations as names of classes.
 *
 * <p>Services take what stands before the last dot of a class name for its package, and make addresses of both. So
 * {@code port:x.c} becomes {@code port.x_c}, and {@code model}, which has no kind before a colon, {@code oldbuffer.model}.
 */
final class ClassNames {

    private ClassNames() {}

    /** One for each implementation, in their order; another one for each. */
    static List<String> of(List<String> ids) {
        Set<String> names = new LinkedHashSet<>();
        for (String id : ids) {
            String name = of(id);
            String distinct = name;
            for (int i = 2; !names.add(distinct); i++) {
                distinct = name + "_" + i;
            }
        }
        return new ArrayList<>(names);
    }

    private static String of(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? "oldbuffer." + word(id) : word(id.substring(0, colon)) + "." + word(id.substring(colon + 1));
    }

    /** Letters and digits of any script, and one sign for every run of others. */
    private static String word(String text) {
        String word = text.replaceAll("[^\\p{L}\\p{Nd}]+", "_").replaceAll("^_|_$", "");
        return word.isEmpty() || Character.isDigit(word.charAt(0)) ? "_" + word : word;
    }
}
