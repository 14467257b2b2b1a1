package io.github.oldbuffer.consumers.worker;

import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Fault;

/** The process ended, or had to be ended, while it was asked for something. */
final class WorkerDiedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String death;
    private final String phase;
    private final transient Fault fault;

    /**
     * @param death such as {@code CRASHED (SIGSEGV)}
     * @param phase what was under way, in the driver's word; empty where it said nothing
     * @param fault what it said of memory touched, or {@code null}
     */
    WorkerDiedException(String death, String phase, Fault fault) {
        super(death);
        this.death = death;
        this.phase = phase;
        this.fault = fault;
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
}
