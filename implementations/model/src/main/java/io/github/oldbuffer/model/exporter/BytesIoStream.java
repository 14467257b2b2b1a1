package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;

/** The object behind {@code io.BytesIO(...).getbuffer()}, which no Python code gets to see. */
final class BytesIoStream extends MemoryObject {

    BytesIoStream(BytesIoBuffer exporter) {
        super(Memory.patterned(exporter.length(), exporter.seed()));
    }

    @Override
    public String typeName() {
        return "_io._BytesIOBuffer";
    }

    @Override
    boolean readonly() {
        return false;
    }
}
