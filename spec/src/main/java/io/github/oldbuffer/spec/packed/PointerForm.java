package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.transcript.Pointer;

/** A pointer in the packed form. */
final class PointerForm {

    private static final Pointer.Kind[] KINDS = Pointer.Kind.values();
    private static final Pointer START = Pointer.within(0);

    private PointerForm() {}

    static void write(Writer out, Pointer pointer) {
        out.oneOf(pointer.kind());
        out.i64(pointer.value(), least(pointer.kind()), greatest(pointer.kind()), "value of the pointer");
    }

    static Pointer read(Reader in) throws MalformedException {
        Pointer.Kind kind = in.oneOf(KINDS, "kind of pointer");
        long value = in.i64(least(kind), greatest(kind), "value of the pointer");
        return switch (kind) {
            case UNTOUCHED -> Pointer.UNTOUCHED;
            case NULL -> Pointer.NULL;
            case WITHIN -> value == 0 ? START : Pointer.within(value);
            case ELSEWHERE -> Pointer.elsewhere(value);
        };
    }

    /** Memory with negative strides lies before its first item, too. */
    private static long least(Pointer.Kind kind) {
        return kind == Pointer.Kind.WITHIN ? Long.MIN_VALUE : 0;
    }

    private static long greatest(Pointer.Kind kind) {
        return kind == Pointer.Kind.WITHIN || kind == Pointer.Kind.ELSEWHERE ? Long.MAX_VALUE : 0;
    }
}
