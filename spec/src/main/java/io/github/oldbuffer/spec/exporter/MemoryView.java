package io.github.oldbuffer.spec.exporter;

import java.util.List;

/**
 * A {@code memoryview} of another object, after some operations.
 *
 * @param base what is viewed; it must be able to export its memory in full
 * @param operations applied in order, each to the result of the one before
 */
public record MemoryView(Exporter base, List<ViewOperation> operations) implements Exporter {
    public MemoryView {
        operations = List.copyOf(operations);
    }
}
