package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A field whose shape other fields choose, such as a number of items whose greatest the items' size gives. */
final class Chosen<T, V> extends Field<T, V> {

    private final Function<Given<T>, Shape<V>> choice;

    Chosen(Field<T, V> widest, Function<Given<T>, Shape<V>> choice) {
        super(widest.name(), widest.getter(), widest.shape(), widest.otherwise(), widest.leftOut());
        this.choice = choice;
    }

    @Override
    void pack(Writer out, T owner) {
        choice.apply(Given.of(owner)).pack(out, of(owner));
    }

    @Override
    V unpack(Reader in, Given<T> before) throws MalformedException {
        return choice.apply(before).unpack(in);
    }

    @Override
    V code(Coder coder, T like, Given<T> before) {
        return choice.apply(before).code(coder, like == null ? null : of(like));
    }

    @Override
    Stream<V> simpler(T owner) {
        return choice.apply(Given.of(owner)).simpler(of(owner));
    }

    @Override
    void json(ObjectNode node, T owner) {
        if (leftOut() == null || !leftOut().test(owner)) {
            node.set(name(), choice.apply(Given.of(owner)).json(of(owner)));
        }
    }

    @Override
    V parse(Fields fields, Given<T> before) throws JsonException {
        Value value = fields.get(name());
        return value.missing() && otherwise() != null
                ? otherwise().apply(before)
                : choice.apply(before).parse(value);
    }
}
