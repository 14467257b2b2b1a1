package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import java.util.stream.Stream;

/**
 * A whole number of 64 bits within a range.
 *
 * @param what it is called in messages about the packed form
 */
public record Whole(long least, long most, String what) implements Shape<Long> {

    /** Any number of 64 bits. */
    public static Whole any(String what) {
        return new Whole(Long.MIN_VALUE, Long.MAX_VALUE, what);
    }

    @Override
    public void pack(Writer out, Long value) {
        out.i64(value, least, most, what);
    }

    @Override
    public Long unpack(Reader in) throws MalformedException {
        return in.i64(least, most, what);
    }

    @Override
    public JsonNode json(Long value) {
        return JSON.numberNode(value);
    }

    @Override
    public Long parse(Value value) throws JsonException {
        return value.whole(least, most);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return JSON.objectNode().put("type", "integer").put("minimum", least).put("maximum", most);
    }

    @Override
    public Long code(Coder coder, Long like) {
        return coder.number(least, most, like == null ? least : like);
    }

    @Override
    public String bytes(String name) {
        return "i64 " + name + Small.range(least, most);
    }

    @Override
    public Stream<Long> simpler(Long value) {
        return Simpler.numbers(least, most, value);
    }

    @Override
    public long size(Long value) {
        return Simpler.size(value);
    }
}
