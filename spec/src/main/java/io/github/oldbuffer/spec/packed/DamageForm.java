package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.transcript.Damage;

/** The first byte that a call changed in the packed form. */
final class DamageForm {

    private static final int NONE = 0;
    private static final int SEEN = 1;
    private static final int PLACED = 2;

    private DamageForm() {}

    static void write(Writer out, Damage damage) {
        if (damage == null) {
            out.u8(NONE);
        } else if (damage.offset() == null) {
            out.u8(SEEN);
            out.i64(damage.fromFirst());
        } else {
            out.u8(PLACED);
            out.i64(damage.fromFirst());
            out.i64(damage.offset());
        }
    }

    static Damage read(Reader in) throws MalformedException {
        return switch (in.u8(NONE, PLACED, "kind of damage")) {
            case NONE -> null;
            case SEEN -> Damage.seen(in.i64("damage"));
            default -> {
                long fromFirst = in.i64("damage");
                yield new Damage(in.i64("offset of the damage"), fromFirst);
            }
        };
    }
}
