package io.github.oldbuffer.conformance.port;

import io.github.oldbuffer.spec.compare.Difference;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes two differences one to a porter.
 *
 * <p>A port that raises TypeError for everything differs once, and not once for each exception that an exporter can
 * raise; one that asks with other flags differs once, and not once for each answer to them.
 */
final class DifferenceKind {

    private static final Pattern EXCEPTION = Pattern.compile("(.*: the exception: )(.*), the other: (.*)");
    private static final Pattern SEEN = Pattern.compile("(.*: what the exporter saw: )(.*), the other: (.*)");
    private static final String PENDING = " (an exception pending)";

    private DifferenceKind() {}

    /** Words that are the same for differences of one kind. */
    static String of(Difference difference) {
        Matcher exception = EXCEPTION.matcher(difference.symptom());
        if (exception.matches()) {
            return exception.group(1) + some(exception.group(2)) + some(exception.group(3));
        }
        Matcher seen = SEEN.matcher(difference.symptom());
        if (seen.matches()) {
            boolean flags = withoutFlags(seen.group(2)).equals(withoutFlags(seen.group(3)));
            return seen.group(1) + (flags ? "other flags" : "another course");
        }
        return difference.symptom();
    }

    /**
     * Whether a kind says no more than others do: with an exception pending before the call it is the same as without.
     *
     * @param all every kind that was found
     */
    static boolean redundant(String kind, Collection<String> all) {
        return kind.contains(PENDING) && all.contains(kind.replace(PENDING, ""));
    }

    private static String some(String exception) {
        return exception.equals("none") ? "none" : "some";
    }

    private static List<String> withoutFlags(String seen) {
        return List.of(seen.replaceAll("(inner object |( with)? 0x[0-9a-f]+)", "")
                .replace("refused", "asked")
                .replace("acquired", "asked")
                .split(", "));
    }
}
