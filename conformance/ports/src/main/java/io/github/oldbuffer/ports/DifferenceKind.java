package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.compare.Difference;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What makes two differences one to a porter.
 *
 * <p>A port that raises TypeError for everything differs once, and not once for each exception that an exporter can
 * raise; one that asks with other flags differs once, and not once for each answer to them.
 */
final class DifferenceKind {

    private static final Pattern EXCEPTION = Pattern.compile("(.*: )the exception: (.*), the other: (.*)");
    private static final Pattern SEEN = Pattern.compile("(.*: )what the exporter saw: (.*), the other: (.*)");
    private static final Pattern CIRCUMSTANCES = Pattern.compile("([^(]*) \\((.*?)\\)(: .*)");
    private static final String PENDING = "an exception pending";
    private static final String NULL = "NULL";
    private static final String NONE = "none";
    private static final String ANOTHER = "sets another exception than CPython does";

    private DifferenceKind() {}

    /** The differences, each with a symptom that is the same for differences of its kind. */
    static List<Difference> named(List<Difference> differences) {
        return differences.stream()
                .map(difference -> new Difference(of(difference.symptom()), difference.step(), difference.reason()))
                .toList();
    }

    /** Words that are the same for differences of one kind. */
    static String of(String symptom) {
        Matcher exception = EXCEPTION.matcher(symptom);
        if (exception.matches()) {
            return exception.group(1) + exception(exception.group(2), exception.group(3));
        }
        Matcher seen = SEEN.matcher(symptom);
        if (seen.matches()) {
            boolean flags = withoutFlags(seen.group(2)).equals(withoutFlags(seen.group(3)));
            return seen.group(1)
                    + (flags
                            ? "asks the exporter with other flags"
                            : "makes other requests and releases of the exporter");
        }
        return symptom;
    }

    private static String exception(String own, String other) {
        if (own.equals(NONE)) {
            return "sets no exception where CPython does";
        }
        return other.equals(NONE) ? "sets an exception where CPython sets none" : ANOTHER;
    }

    /**
     * Whether a kind says no more than others do: it is the same with less that is unusual about the call, or it is the
     * text of an exception that replaced a pending one, where replacing is the difference.
     *
     * @param all every kind that was found
     */
    static boolean redundant(String kind, Collection<String> all) {
        Matcher matcher = CIRCUMSTANCES.matcher(kind);
        if (!matcher.matches()) {
            return false;
        }
        String call = matcher.group(1);
        List<String> circumstances = List.of(matcher.group(2).split(", "));
        String rest = matcher.group(3);
        boolean replacing = circumstances.contains(PENDING)
                && rest.startsWith(": the text of ")
                && all.contains(call + " (" + matcher.group(2) + "): " + ANOTHER);
        return replacing || fewer(circumstances).anyMatch(less -> all.contains(call + less + rest));
    }

    /** Proper subsets of circumstances, in words; where an argument was NULL one stays so. */
    private static Stream<String> fewer(List<String> circumstances) {
        boolean anyNull = circumstances.stream().anyMatch(word -> word.startsWith(NULL));
        return IntStream.range(0, (1 << circumstances.size()) - 1)
                .mapToObj(bits -> IntStream.range(0, circumstances.size())
                        .filter(i -> (bits >> i & 1) != 0)
                        .mapToObj(circumstances::get)
                        .toList())
                .filter(some -> !anyNull || some.stream().anyMatch(word -> word.startsWith(NULL)))
                .map(some -> some.isEmpty() ? "" : " (" + String.join(", ", some) + ")");
    }

    private static List<String> withoutFlags(String seen) {
        return List.of(seen.replaceAll("(inner object |( with)? (PyBUF_[A-Z_|]+(0x[0-9a-f]+)?|0x[0-9a-f]+))", "")
                .replace("refused", "asked")
                .replace("acquired", "asked")
                .split(", "));
    }
}
