package io.github.oldbuffer.consumers.worker;

import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Fault;

/** The process ended, or had to be ended, while it was asked for something. */
final class WorkerDiedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String death;
    private final String phase;
    private final transient Fault fault;
    private final boolean unasked;

    /**
     * @param death such as {@code CRASHED (SIGSEGV)}
     * @param phase what was under way, in the driver's word; empty where it said nothing
     * @param fault what it said of memory touched, or {@code null}
     * @param unasked whether it said that the kit's object was not asked for its memory
     */
    WorkerDiedException(String death, String phase, Fault fault, boolean unasked) {
        super(death);
        this.death = death;
        this.phase = phase;
        this.fault = fault;
        this.unasked = unasked;
    }

    String death() {
        return death;
    }

    String phase() {
        return phase;
    }

    Fault fault() {
        return fault;
    }

    /** Whether the kit's object was not asked for its memory; where it was another object, nobody knows. */
    boolean unasked() {
        return unasked;
    }
}
