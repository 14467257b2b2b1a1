package io.github.oldbuffer.spec.scenario;

import static io.github.oldbuffer.spec.exporter.ExporterKind.ARRAY;
import static io.github.oldbuffer.spec.exporter.ExporterKind.BYTEARRAY;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.MadeOfBytes;

/**
 * A method or operator of Python that resizes an object; what it adds stands at the end, and so does what it takes away.
 *
 * <p>{@code born_source.c} has the same ways, in the same order.
 */
public enum Way {
    /** Whatever is shortest: the only way of objects that have no other. */
    ANY("any"),
    APPEND("append"),
    EXTEND("extend"),
    /** At the end. */
    INSERT("insert"),
    /** {@code object += more} */
    ADD("+="),
    /** To a slice: {@code object[n:] = more}, or nothing. */
    ASSIGN("[:]="),
    POP("pop"),
    /** Of the only item. */
    REMOVE("remove"),
    CLEAR("clear"),
    /** {@code object *= 0} */
    REPEAT("*=0"),
    /** Of the stream behind a buffer, at its end. */
    WRITE("write"),
    /** The same. */
    TRUNCATE("truncate"),
    /** The same. */
    CLOSE("close");

    private final String word;

    Way(String word) {
        this.word = word;
    }

    /** The word that JSON uses. */
    public String word() {
        return word;
    }

    /** Whether it is the stream behind a buffer that is resized. */
    public boolean ofStream() {
        return this == WRITE || this == TRUNCATE || this == CLOSE;
    }

    /**
     * Whether an object can be resized so.
     *
     * @param before its length in bytes
     * @param after the length in bytes that it is to have, another one
     */
    public boolean can(Exporter exporter, long before, long after) {
        ExporterKind kind = exporter.kind();
        if (exporter instanceof MadeOfBytes made && made.ofStream()) {
            return switch (this) {
                case WRITE -> after > before;
                case TRUNCATE -> after <= before;
                case CLOSE -> after == 0;
                default -> false;
            };
        } else if (this == ANY || ofStream()) {
            return this == ANY;
        } else if (kind != BYTEARRAY && kind != ARRAY) {
            return false;
        }
        char typecode = exporter instanceof Array array ? array.typecode() : 'B';
        int item = Formats.itemSize(typecode);
        return switch (this) {
            case APPEND, INSERT -> after == before + item;
            case EXTEND, ADD -> after > before;
            // bytes that are no character are refused, and what is no number equals nothing
            case POP -> after == before - item && "uw".indexOf(typecode) < 0;
            case REMOVE -> after == 0 && before == item && "uwfd".indexOf(typecode) < 0;
            case CLEAR -> after == 0 && kind == BYTEARRAY;
            case REPEAT -> after == 0;
            default -> true;
        };
    }
}
