package io.github.oldbuffer.model.run;

import io.github.oldbuffer.model.memory.Address;

/**
 * What one of the four functions last returned for an object.
 *
 * @param address {@code null} for NULL
 * @param length in bytes
 */
record Pointed(Address address, long length) {}
