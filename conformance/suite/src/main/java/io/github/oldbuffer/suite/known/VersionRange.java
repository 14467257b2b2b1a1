package io.github.oldbuffer.suite.known;

import java.lang.module.ModuleDescriptor.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A range of versions, such as {@code >=3.6 <3.13}: conditions that all have to hold.
 *
 * @param conditions empty for every version
 * @param debug whether only builds that check their own assertions are meant, whose versions end in {@code +debug}
 */
public record VersionRange(List<Condition> conditions, boolean debug) {

    public static final VersionRange ALL = new VersionRange(List.of(), false);

    private static final String DEBUG = "debug";

    private static final Pattern CONDITION = Pattern.compile("(>=|<=|==|>|<)(\\d{1,6}(?:\\.\\d{1,6}){0,5})");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6})*");

    public VersionRange {
        conditions = List.copyOf(conditions);
    }

    /**
     * A bound.
     *
     * @param sign one of {@code >=}, {@code <=}, {@code ==}, {@code >}, {@code <}
     * @param version numbers with dots between them; missing ones count as 0
     */
    public record Condition(String sign, String version) {
        private boolean admits(String other) {
            int order = Version.parse(other).compareTo(Version.parse(version));
            return switch (sign) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case "==" -> order == 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                default -> throw new IllegalStateException("no comparison is called " + sign);
            };
        }
    }

    /** Reads conditions, and perhaps the word debug, with spaces between them; empty where the text is not such a list. */
    public static Optional<VersionRange> parse(String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            Matcher matcher = CONDITION.matcher(word);
            if (matcher.matches()) {
                conditions.add(new Condition(matcher.group(1), matcher.group(2)));
            } else if (!word.isEmpty() && !word.equals(DEBUG)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new VersionRange(conditions, List.of(text.strip().split("\\s+")).contains(DEBUG)));
    }

    /**
     * Whether a version lies in the range.
     *
     * @param version its leading numbers count: {@code 3.15.0a2} is 3.15.0; one without any lies only in {@link #ALL}
     */
    public boolean contains(String version) {
        if (debug && !version.endsWith("+" + DEBUG)) {
            return false;
        }
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.lookingAt()) {
            return conditions.isEmpty();
        }
        return conditions.stream().allMatch(condition -> condition.admits(numbers.group()));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return String.join(
                " ",
                Stream.concat(
                                conditions.stream().map(condition -> condition.sign() + condition.version()),
                                Stream.of(DEBUG).filter(word -> debug))
                        .toList());
    }
}
