package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.Bytes;

/** A {@code bytes} object, or one of a subclass: immutable. */
public final class BytesObject extends MemoryObject implements Immutable {

    private final boolean subclass;

    public BytesObject(Bytes exporter) {
        super(Memory.patterned(exporter.length(), exporter.seed()));
        subclass = exporter.subclass();
    }

    @Override
    public boolean releasesBuffers() {
        return false;
    }

    @Override
    public String typeName() {
        return subclass ? "BytesSubclass" : "bytes";
    }

    @Override
    boolean readonly() {
        return true;
    }

    @Override
    public boolean immutable() {
        return true;
    }
}
