package io.github.oldbuffer.spec.exporter;

/**
 * What memory holds when an object is made: byte {@code i} is {@code (seed + i) % 251}, and zero everywhere where the
 * memory is larger than {@link #SPARSE_ABOVE}.
 *
 * <p>251 is prime, so that no two pages of a small object look alike and a wrong offset or stride shows.
 */
public final class Pattern {

    /** Memory larger than this many bytes is sparse and holds zeros, so that objects beyond 2 GiB cost nothing. */
    public static final long SPARSE_ABOVE = 65_536;

    private Pattern() {}

    /** The byte (0 to 255) at {@code index} of a memory of {@code length} bytes made with {@code seed}. */
    public static int at(int seed, long length, long index) {
        return length > SPARSE_ABOVE ? 0 : (int) ((seed + index) % 251);
    }
}
