package io.github.oldbuffer.spec.scenario;

/**
 * When code of the scenario's own runs inside a step.
 *
 * <p>{@code scenario.h} has the same, in the same order.
 */
public enum Moment {
    /** While a class with {@code __buffer__} is asked for its memory, before it answers. */
    BUFFER("buffer"),
    /** While its {@code __release_buffer__} runs, once the view is given up. */
    RELEASE("release"),
    /** While a memoryview is sliced, in the {@code __index__} of a bound. */
    INDEX("index");

    private final String word;

    Moment(String word) {
        this.word = word;
    }

    /** The word that JSON uses. */
    public String word() {
        return word;
    }
}
