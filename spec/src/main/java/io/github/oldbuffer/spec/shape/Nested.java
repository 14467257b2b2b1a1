package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import java.util.function.Supplier;

/**
 * A value that may stand inside others of its sort, up to a depth.
 *
 * @param name of the part in JSON Schema, and in the table of bytes
 * @param most how deep, the outermost included
 * @param tooDeep the sentence about one that is deeper
 * @param one its shape, asked for once it is known
 */
public record Nested<T>(String name, int most, String tooDeep, Supplier<Shape<T>> one) implements Shape<T> {

    @Override
    public void pack(Writer out, T value) {
        if (out.deeper() > most) {
            throw new IllegalArgumentException(tooDeep);
        }
        one.get().pack(out, value);
        out.shallower();
    }

    @Override
    public T unpack(Reader in) throws MalformedException {
        if (in.deeper() > most) {
            throw in.malformed(tooDeep);
        }
        T value = one.get().unpack(in);
        in.shallower();
        return value;
    }

    @Override
    public JsonNode json(T value) {
        return one.get().json(value);
    }

    @Override
    public T parse(Value value) throws JsonException {
        Value inner = value.deeper();
        if (inner.depth() > most) {
            throw value.fault(tooDeep);
        }
        return one.get().parse(inner);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.reference(name, () -> one.get().schema(definitions));
    }

    @Override
    public T code(Coder coder, T like) {
        coder.deeper();
        T value = one.get().code(coder, like);
        coder.shallower();
        return value;
    }

    /** A part of a value that stands inside no other of its sort. */
    public static <V> Shape<V> outermost(Shape<V> part, String sentence) {
        return new Outermost<>(part, sentence);
    }

    @Override
    public String bytes(String field) {
        return field.equals(name) ? name : field + " " + name;
    }

    private record Outermost<V>(Shape<V> part, String sentence) implements Shape<V> {

        @Override
        public void pack(Writer out, V value) {
            if (out.depth() > 1) {
                throw new IllegalArgumentException(sentence);
            }
            part.pack(out, value);
        }

        @Override
        public V unpack(Reader in) throws MalformedException {
            if (in.depth() > 1) {
                throw in.malformed(sentence);
            }
            return part.unpack(in);
        }

        @Override
        public JsonNode json(V value) {
            return part.json(value);
        }

        @Override
        public V parse(Value value) throws JsonException {
            if (value.depth() > 1) {
                throw value.fault(sentence);
            }
            return part.parse(value);
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return part.schema(definitions);
        }

        @Override
        public String bytes(String name) {
            return part.bytes(name);
        }
    }
}
