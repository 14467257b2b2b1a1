package io.github.oldbuffer.spec.exporter;

/**
 * An {@code array.array}.
 *
 * @param typecode one of {@link #TYPECODES}; {@code w} exists from Python 3.13 on
 * @param items how many items, not bytes; the length in bytes is {@code items * itemSize(typecode)}
 * @param seed of the contents, 0 to 250
 */
public record Array(char typecode, long items, int seed) implements Exporter {

    /** Every typecode that a CPython from 3.6 on knows. */
    public static final String TYPECODES = "bBuwhHiIlLqQfd";

    public long length() {
        return items * Formats.itemSize(typecode);
    }
}
