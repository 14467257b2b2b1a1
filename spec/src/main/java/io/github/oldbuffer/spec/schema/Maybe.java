package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Shape;

/** Something that may be {@code null}: a flag before it tells, and JSON leaves it out. */
record Maybe<T>(Shape<T> shape, String what) implements Shape<T> {

    @Override
    public void pack(Writer out, T value) {
        out.flag(value != null);
        if (value != null) {
            shape.pack(out, value);
        }
    }

    @Override
    public T unpack(Reader in) throws MalformedException {
        return in.flag("flag before the " + what) ? shape.unpack(in) : null;
    }

    @Override
    public JsonNode json(T value) {
        return shape.json(value);
    }

    @Override
    public T parse(Value value) throws JsonException {
        return shape.parse(value);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return shape.schema(definitions);
    }

    @Override
    public String bytes(String name) {
        return "flag " + name + "-follows, " + shape.bytes(name);
    }
}
