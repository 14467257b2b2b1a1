package io.github.oldbuffer.spec.exporter;

/**
 * An object of a type of Python's libraries, over memory of its own.
 *
 * @param items how many items, not bytes
 * @param seed of the contents, 0 to 250
 */
public record Library(LibraryType type, long items, int seed) implements Exporter {
    public long length() {
        return items * type.itemsize();
    }
}
