package io.github.oldbuffer.spec.transcript;

import java.util.List;

/**
 * What a call did to the reference counts of all objects but the one that it was made on: each told as its own.
 *
 * @param listed those that changed or that cannot be told
 * @param restTold whether those that are not listed are known to be what they were; otherwise nothing is known of them
 */
public record Counts(List<Count> listed, boolean restTold) {

    /** All are what they were. */
    public static final Counts UNCHANGED = new Counts(List.of(), true);

    /** Nothing is known of any. */
    public static final Counts UNCOUNTED = new Counts(List.of(), false);

    public Counts {
        listed = List.copyOf(listed);
    }

    /** The change of one object's count: 0, or {@link Event#UNCOUNTED}, or how many there are more or fewer. */
    public int of(int object, int depth) {
        for (Count count : listed) {
            if (count.object() == object && count.depth() == depth) {
                return count.change();
            }
        }
        return restTold ? 0 : Event.UNCOUNTED;
    }

    /** Whether the count of any object cannot be told. */
    public boolean incomplete() {
        return !restTold || listed.stream().anyMatch(count -> count.change() == Event.UNCOUNTED);
    }

    /** The same where counts that cannot be told count as unchanged. */
    public Counts told() {
        return new Counts(
                listed.stream()
                        .filter(count -> count.change() != Event.UNCOUNTED)
                        .toList(),
                true);
    }
}
