package io.github.oldbuffer.spec.exporter;

/** What a scripted exporter may do otherwise than others do; all but one break the rules of the new buffer protocol. */
public enum Quirk {
    /** A refusal returns -1 without setting an exception. */
    FAILS_WITHOUT_EXCEPTION,
    /** A refusal returns -2, not -1; the exception is set. */
    FAILS_WITH_MINUS_TWO,
    /** A refusal leaves rubbish in every field of the view, {@code view.obj} included. */
    RUBBISH_ON_FAILURE,
    /** A grant returns 1, not 0; the view is filled as for 0. */
    SUCCEEDS_WITH_ONE,
    /** A grant leaves a RuntimeError set. */
    SUCCEEDS_WITH_EXCEPTION,
    /** The memory is read-only ({@code view.readonly} is 1), yet requests for writable memory are granted. */
    GRANTS_WRITABLE,
    /** Requests that do not ask for strides are granted although the memory is not one segment. */
    IGNORES_LAYOUT,
    /** {@code view.len} counts items, not bytes. */
    LENGTH_IN_ITEMS,
    /**
     * A release leaves rubbish in every field of the view but {@code view.obj}, which is PyBuffer_Release's. Lawful: a
     * view is its exporter's to use until it is released, and nobody's afterwards.
     */
    WIPES_VIEW_ON_RELEASE;

    /** Whether the rules of the new buffer protocol allow it. */
    public boolean lawful() {
        return this == WIPES_VIEW_ON_RELEASE;
    }
}
