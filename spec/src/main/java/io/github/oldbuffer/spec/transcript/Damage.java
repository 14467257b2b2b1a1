package io.github.oldbuffer.spec.transcript;

/**
 * The first byte that a call changed, of all the memory that its object stands on.
 *
 * <p>An object may offer less than it stands on: a memoryview a slice of its base, a scripted exporter a part of its
 * memory. {@code offset} counts from the first byte of the whole, so that every place has one name whatever the object
 * offers; bytes in front of the whole have negative offsets, those behind it offsets from its length on.
 *
 * @param offset in the whole; {@code null} where only what the object offers was watched
 * @param fromFirst the same byte in bytes from the object's first item on, as pointers are told
 */
public record Damage(Long offset, long fromFirst) {

    /** Damage seen by somebody who knows nothing but what the object offers. */
    public static Damage seen(long fromFirst) {
        return new Damage(null, fromFirst);
    }
}
