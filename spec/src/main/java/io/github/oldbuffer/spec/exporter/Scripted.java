package io.github.oldbuffer.spec.exporter;

import java.util.EnumSet;
import java.util.Set;

/**
 * The kit's own exporter, whose getbuffer does what the scenario says and whose acquisitions and releases are recorded.
 *
 * <p>Without quirks that break the rules it is lawful: it grants a request exactly when the flags allow the consumer to understand the
 * memory, fills the fields that the flags ask for, and fails with BufferError otherwise.
 *
 * @param memory bytes that the object owns
 * @param seed of the contents, 0 to 250
 * @param geometry how items lie in that memory; they must lie inside it
 * @param readonly whether the memory is read-only
 * @param refusal what it refuses, or {@code null}
 * @param owner whom {@code view.obj} names
 * @param target the object asked instead of this one where {@code owner} is {@link Owner#OTHER}, otherwise {@code null}
 * @param nullBuffer whether {@code view.buf} is NULL: lawful for a length of 0, unlawful for any other
 * @param releases whether the type has a {@code bf_releasebuffer}
 * @param quirks what it does otherwise than others do; it is lawful where all of them are
 */
public record Scripted(
        long memory,
        int seed,
        Geometry geometry,
        boolean readonly,
        Refusal refusal,
        Owner owner,
        Exporter target,
        boolean nullBuffer,
        boolean releases,
        Set<Quirk> quirks)
        implements Exporter {
    public Scripted {
        quirks = quirks.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(quirks));
    }

    /** A lawful exporter of {@code length} unsigned bytes, its own owner. */
    public static Scripted flat(long length, int seed, boolean readonly) {
        return new Scripted(
                length, seed, Geometry.flat(length), readonly, null, Owner.SELF, null, false, true, Set.of());
    }

    /** Whom {@code view.obj} names after a request was granted. */
    public enum Owner {
        /** The object itself, as most exporters do. */
        SELF,
        /** Nobody: {@code view.obj} stays NULL, so there is nothing to release. */
        NOBODY,
        /** Another object: the request is passed on to {@link Scripted#target()}. */
        OTHER
    }

    /**
     * A request that is refused.
     *
     * @param writableOnly whether only requests for writable memory are refused, or every request
     * @param exception what is raised
     */
    public record Refusal(boolean writableOnly, ExceptionType exception) {}
}
