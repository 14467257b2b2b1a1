package io.github.oldbuffer.spec.transcript;

/** How a scenario ended. */
public sealed interface Outcome {

    Outcome COMPLETED = new Completed();

    /** Every step has its event. */
    record Completed() implements Outcome {}

    /**
     * The implementation does not have an exporter or a step of this scenario; nothing of it is judged.
     *
     * @param step index of the step
     * @param what is missing, a few words
     */
    record Unsupported(int step, String what) implements Outcome {}

    /**
     * The implementation died.
     *
     * @param step index of the step under way
     * @param detail the signal ({@code SIGSEGV}), the exit status or the time limit, in a word or two
     */
    record Died(Death death, int step, String detail) implements Outcome {}

    /** The ways to die. */
    enum Death {
        CRASHED,
        TIMED_OUT,
        /** As soon as C was handed the object, whatever C would have done with it; no function is to blame. */
        AT_THE_BORDER
    }
}
