package io.github.oldbuffer.spec.shape;

import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A field that is there exactly for some values of the others, and {@code null} for the rest. */
final class Conditional<T, V> extends Field<T, V> {

    private final Predicate<Given<T>> there;
    private final Function<Given<T>, String> needless;
    private final Function<T, String> contradiction;

    Conditional(
            Field<T, V> field,
            Predicate<Given<T>> there,
            Function<Given<T>, String> needless,
            Function<T, String> contradiction) {
        super(field.name(), field.getter(), field.shape(), given -> null, owner -> field.of(owner) == null);
        this.there = there;
        this.needless = needless;
        this.contradiction = contradiction;
    }

    @Override
    void pack(Writer out, T owner) {
        boolean stands = there.test(Given.of(owner));
        if (stands == (of(owner) == null)) {
            throw new IllegalArgumentException(contradiction.apply(owner));
        }
        if (stands) {
            shape().pack(out, of(owner));
        }
    }

    @Override
    V unpack(Reader in, Given<T> before) throws MalformedException {
        return there.test(before) ? shape().unpack(in) : null;
    }

    @Override
    V parse(Fields fields, Given<T> before) throws JsonException {
        Value value = fields.get(name());
        if (there.test(before)) {
            return shape().parse(value);
        }
        if (!value.missing()) {
            throw value.fault(needless.apply(before));
        }
        return null;
    }
}
