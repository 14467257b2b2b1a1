package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PythonException;

/** An object that can give up its memory before it dies: a memoryview, an mmap. */
public interface Closable {

    /**
     * Gives the memory up; a second time does nothing.
     *
     * @throws PythonException BufferError while exported
     */
    void close(Machine machine);
}
