package io.github.oldbuffer.suite.sweep;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a sweep.
 *
 * @param index from 1 on
 * @param of how many parts there are
 */
public record Shard(int index, int of) {
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    public Shard {
        if (index < 1 || index > of) {
            throw new IllegalArgumentException("a shard is 1/n to n/n, not " + index + "/" + of);
        }
    }

    /** What {@code 2/4} says; empty where a text says nothing of the kind. */
    public static Optional<Shard> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(matcher.group(1));
        int of = Integer.parseInt(matcher.group(2));
        return index < 1 || index > of ? Optional.empty() : Optional.of(new Shard(index, of));
    }
}
