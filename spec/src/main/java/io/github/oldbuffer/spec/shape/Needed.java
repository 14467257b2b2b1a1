package io.github.oldbuffer.spec.shape;

import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import java.util.function.Predicate;

/** A field that may be {@code null}, but not for every value of the others. */
final class Needed<T, V> extends Field<T, V> {

    private final Predicate<Given<T>> needed;
    private final String sentence;

    Needed(Field<T, V> field, Predicate<Given<T>> needed, String sentence) {
        super(field.name(), field.getter(), field.shape(), field.otherwise(), field.leftOut());
        this.needed = needed;
        this.sentence = sentence;
    }

    @Override
    void pack(Writer out, T owner) {
        if (of(owner) == null && needed.test(Given.of(owner))) {
            throw new IllegalArgumentException(sentence);
        }
        super.pack(out, owner);
    }

    @Override
    V unpack(Reader in, Given<T> before) throws MalformedException {
        V value = super.unpack(in, before);
        if (value == null && needed.test(before)) {
            throw in.malformed(sentence);
        }
        return value;
    }

    @Override
    V parse(Fields fields, Given<T> before) throws JsonException {
        Value value = fields.get(name());
        return value.missing() && !needed.test(before) ? null : shape().parse(value);
    }
}
