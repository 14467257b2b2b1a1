package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Writer;
import java.util.function.Function;

/** A field whose choices keep within what makes sense beside the others, where its written forms carry more. */
final class Within<T, V> extends Field<T, V> {

    private final Field<T, V> field;
    private final Function<Given<T>, Coded<V>> sense;

    Within(Field<T, V> field, Function<Given<T>, Coded<V>> sense) {
        super(field.name(), field.getter(), field.shape(), field.otherwise(), field.leftOut());
        this.field = field;
        this.sense = sense;
    }

    @Override
    void pack(Writer out, T owner) {
        field.pack(out, owner);
    }

    @Override
    V unpack(Reader in, Given<T> before) throws MalformedException {
        return field.unpack(in, before);
    }

    @Override
    void json(ObjectNode node, T owner) {
        field.json(node, owner);
    }

    @Override
    V parse(Fields fields, Given<T> before) throws JsonException {
        return field.parse(fields, before);
    }

    @Override
    V code(Coder coder, T like, Given<T> before) {
        return sense.apply(before).code(coder, like == null ? null : of(like));
    }
}
