package io.github.oldbuffer.model.exporter;

import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;

/** An object of a type of Python's libraries: items in one dimension, writable. */
public final class LibraryObject extends MemoryObject {

    private final LibraryType type;

    public LibraryObject(Library exporter) {
        super(Memory.patterned(exporter.length(), exporter.seed()));
        type = exporter.type();
    }

    @Override
    public String typeName() {
        return type.word();
    }

    @Override
    public Reply getBuffer(Machine machine, int flags) {
        return grant(flags, type.itemsize(), type.format());
    }

    @Override
    boolean readonly() {
        return false;
    }
}
