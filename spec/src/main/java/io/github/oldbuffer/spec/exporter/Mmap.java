package io.github.oldbuffer.spec.exporter;

/**
 * An {@code mmap.mmap} of memory without a file, or of a file without a name.
 *
 * @param access how it is mapped
 * @param length in bytes, at least 1; beyond {@link Pattern#SPARSE_ABOVE} it is sparse
 * @param seed of the contents, 0 to 250
 */
public record Mmap(Access access, long length, int seed) implements Exporter {

    /** {@code ACCESS_WRITE}, {@code ACCESS_READ}, {@code ACCESS_COPY}. */
    public enum Access {
        WRITE,
        READ,
        COPY
    }
}
