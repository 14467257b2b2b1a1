package io.github.oldbuffer.spec.transcript;

/**
 * What an exporter that records saw, in the order in which it was over: a scripted exporter, or a Python class with {@code __buffer__}.
 *
 * @param object the scenario's number of the object
 * @param depth 0 for the object itself, 1 for the exporter inside its exporter, and so on
 * @param flags the flags of the request; 0 for releases
 */
public record Traffic(int object, int depth, Kind kind, int flags) {

    public enum Kind {
        /** A request was granted. */
        ACQUIRED,
        /** A request was refused. */
        REFUSED,
        /** A view that had been granted was released. */
        RELEASED,
        /** A view was released that was never granted, or a second time. */
        RELEASED_UNKNOWN,
        /** Code of the scenario's own ran in one of its methods, and did what it was to do. */
        ACTED,
        /** The same, but what it was to do raised an exception. */
        ACTED_IN_VAIN
    }
}
