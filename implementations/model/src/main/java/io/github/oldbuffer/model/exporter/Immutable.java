package io.github.oldbuffer.model.exporter;

/** An object whose memory Python code may be unable to change. */
public interface Immutable {

    /** Whether item assignment through a memoryview of the object fails. */
    boolean immutable();
}
