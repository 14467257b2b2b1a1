package io.github.oldbuffer.spec.transcript;

/**
 * Where a pointer points, told without addresses so that transcripts repeat.
 *
 * @param value for WITHIN the offset in bytes from the object's first item (negative where strides are); for ELSEWHERE a number, from 0 on,
 *     that stands for one address throughout the scenario; otherwise 0
 */
public record Pointer(Kind kind, long value) {

    /** Nothing was written to the output. */
    public static final Pointer UNTOUCHED = new Pointer(Kind.UNTOUCHED, 0);

    public static final Pointer NULL = new Pointer(Kind.NULL, 0);

    public static Pointer within(long offset) {
        return new Pointer(Kind.WITHIN, offset);
    }

    public static Pointer elsewhere(long number) {
        return new Pointer(Kind.ELSEWHERE, number);
    }

    /** In words, for people: {@code its memory + 3}, {@code NULL}, {@code an address elsewhere (no. 0)}. */
    @Override
    public String toString() {
        return switch (kind) {
            case UNTOUCHED -> "no address";
            case NULL -> "NULL";
            case WITHIN -> "its memory" + (value < 0 ? " - " + -value : " + " + value);
            case ELSEWHERE -> "an address elsewhere (no. " + value + ")";
        };
    }

    public enum Kind {
        UNTOUCHED,
        NULL,
        /** In the object's memory, or just behind it. */
        WITHIN,
        ELSEWHERE
    }
}
