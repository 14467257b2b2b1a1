package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.PythonException;

/** An object whose memory can grow and shrink while nobody views it. */
public interface Resizable {

    /**
     * Resizes the memory; bytes added are zero.
     *
     * @param length in bytes, 0 or more
     * @throws PythonException BufferError while exported; ValueError where the length is no whole number of items
     */
    void resize(long length);
}
