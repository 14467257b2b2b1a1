package io.github.oldbuffer.model.machine;

/** An object that tells where its memory is without being asked through the buffer protocol. */
public interface MemoryOwner {

    /** Where its memory is; {@code null} where it has none, such as after it was closed. */
    Truth truth(Machine machine);
}
