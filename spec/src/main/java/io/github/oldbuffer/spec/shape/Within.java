package io.github.oldbuffer.spec.shape;

import java.util.function.Function;

/** A field whose choices keep within what makes sense beside the others, where its written forms carry more. */
final class Within<T, V> extends ChangedField<T, V> {

    private final Function<Given<T>, Coded<V>> sense;

    Within(Field<T, V> field, Function<Given<T>, Coded<V>> sense) {
        super(field);
        this.sense = sense;
    }

    @Override
    V code(Coder coder, T like, Given<T> before) {
        return sense.apply(before).code(coder, like == null ? null : of(like));
    }
}
