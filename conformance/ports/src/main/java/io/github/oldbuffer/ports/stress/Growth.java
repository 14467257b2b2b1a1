package io.github.oldbuffer.ports.stress;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * By how much memory grew in both halves of many repetitions.
 *
 * @param unit what grew: blocks of Python's own allocator, or bytes of malloc
 * @param each for one repetition
 */
record Growth(String unit, double each) {

    private static final String BLOCK = "block";

    /** Of Python's own allocator, in bytes. */
    private static final int LARGEST_BLOCK = 512;

    /** Less is what an interpreter does by itself: caches that fill, tables that are enlarged. */
    private static final double LEAST_BLOCKS = 0.25;

    private static final double LEAST_BYTES = 4;

    /** What goes on growing grows alike in both halves. */
    private static final double ALIKE = 2;

    /**
     * Reads an answer.
     *
     * @param half repetitions of each half
     * @return empty where memory did not grow
     */
    static Optional<Growth> of(JsonNode answer, int half) {
        return grown(answer.path("malloced"), "byte", half, LEAST_BYTES)
                .or(() -> grown(answer.path("blocks"), BLOCK, half, LEAST_BLOCKS));
    }

    private static Optional<Growth> grown(JsonNode halves, String unit, int half, double least) {
        if (halves.size() != 2 || halves.get(0).isNull()) {
            return Optional.empty();
        }
        double one = halves.get(0).asDouble() / half;
        double other = halves.get(1).asDouble() / half;
        boolean steady = Math.max(one, other) <= ALIKE * Math.min(one, other);
        return Math.min(one, other) >= least && steady
                ? Optional.of(new Growth(unit, (one + other) / 2))
                : Optional.empty();
    }

    /** Whether an answer tells anything. */
    static boolean told(JsonNode answer) {
        return !answer.path("malloced").path(0).isNull()
                || !answer.path("blocks").path(0).isNull();
    }

    /** How many times fill so much memory at most. */
    int most(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / (each * (unit.equals(BLOCK) ? LARGEST_BLOCK : 1)));
    }

    /** Such as {@code 64 bytes for each time}. */
    String words() {
        double rounded = Math.round(each * 10) / 10.0;
        String number = rounded == Math.rint(rounded)
                ? String.format(Locale.ROOT, "%,d", (long) rounded)
                : String.format(Locale.ROOT, "%,.1f", rounded);
        return number + " " + unit + (rounded == 1 ? "" : "s") + " for each time";
    }
}
