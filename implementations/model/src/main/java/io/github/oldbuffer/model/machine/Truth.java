package io.github.oldbuffer.model.machine;

import io.github.oldbuffer.model.memory.Address;

/**
 * Where an object's memory really is.
 *
 * @param start of the first item
 * @param length of all items in bytes
 */
public record Truth(Address start, long length) {

    /** Whether an address (not {@code null}) points into the memory or just behind it. */
    public boolean covers(Address address) {
        long offset = offsetOf(address);
        return address.memory() == start.memory() && offset >= 0 && offset <= length;
    }

    /** Bytes from the start to an address in the same block of memory. */
    public long offsetOf(Address address) {
        return address.offset() - start.offset();
    }
}
