package io.github.oldbuffer.spec.packed;

import java.util.EnumSet;
import java.util.Set;

/** Sets of enumerated values as bits: bit n stands for the n-th value. */
final class Bits {

    private Bits() {}

    static int of(Set<? extends Enum<?>> set) {
        if (set.isEmpty()) {
            return 0;
        }
        int bits = 0;
        for (Enum<?> value : set) {
            bits |= 1 << value.ordinal();
        }
        return bits;
    }

    static <E extends Enum<E>> Set<E> set(int bits, Class<E> type, E[] values) {
        if (bits == 0) {
            return Set.of();
        }
        Set<E> set = EnumSet.noneOf(type);
        for (E value : values) {
            if ((bits >> value.ordinal() & 1) != 0) {
                set.add(value);
            }
        }
        return set;
    }
}
