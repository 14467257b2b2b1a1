package io.github.oldbuffer.probe;

/**
 * Something that runs packed batches: the probe in this process, or in another one.
 *
 * <p>One batch at a time; a host is for one thread.
 */
public interface PackedHost extends AutoCloseable {

    /** The memory through which batches go in and transcripts come out, the same during the host's life. */
    Areas areas();

    /**
     * Runs the batch that lies at the start of the input area.
     *
     * <p>The host may stop before the end of the batch when the output area is full; what it did stands in the output
     * area however the run ended.
     *
     * @param length of the batch in bytes, 1 to the capacity of the input area
     * @throws HostFailedException when the host cannot be used any more
     */
    RunEnd run(int length);

    /** Has the next batch run by a process that has run nothing yet, where the host has one of its own. */
    default void restart() {
        // a host in this process cannot
    }

    /** Frees what the host holds; closing twice does nothing. */
    @Override
    void close();
}
