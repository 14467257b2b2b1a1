package io.github.oldbuffer.suite.generate;

import java.util.List;

/** Lengths worth trying, in bytes. */
final class Lengths {

    private static final List<Integer> EDGES =
            List.of(0, 1, 2, 3, 4, 7, 8, 15, 16, 63, 64, 65, 255, 256, 257, 4_095, 4_096, 4_097);

    /** Where a length kept in 32 bits goes wrong. */
    private static final List<Long> HUGE = List.of((1L << 31) - 1, 1L << 31, (1L << 31) + 5, (1L << 32) + 3);

    private Lengths() {}

    /** 0 to 5,000: often small, often at an edge. */
    static int any(Choices choices) {
        return switch (choices.below(4)) {
            case 0 -> choices.oneOf(EDGES);
            case 1 -> choices.below(4);
            case 2 -> choices.below(40);
            default -> choices.onceIn(4) ? choices.below(5_000) : choices.below(300);
        };
    }

    static int atLeast(int least, Choices choices) {
        return least + any(choices);
    }

    /** Beyond 2 GiB, or just below. */
    static long huge(Choices choices) {
        return choices.oneOf(HUGE);
    }

    static int seed(Choices choices) {
        return choices.below(251);
    }
}
