package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;

/**
 * The number that something has in a scenario, which says nothing but which of them it is.
 *
 * @param of what it is the number of
 */
public record Name(Of of, Shape<Integer> number) implements Shape<Integer> {

    /** What has a number. */
    public enum Of {
        OBJECT,
        VIEW
    }

    @Override
    public void pack(Writer out, Integer value) {
        number.pack(out, value);
    }

    @Override
    public Integer unpack(Reader in) throws MalformedException {
        return number.unpack(in);
    }

    @Override
    public JsonNode json(Integer value) {
        return number.json(value);
    }

    @Override
    public Integer parse(Value value) throws JsonException {
        return number.parse(value);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return number.schema(definitions);
    }

    @Override
    public String bytes(String name) {
        return number.bytes(name);
    }

    @Override
    public Integer code(Coder coder, Integer like) {
        return number.code(coder, like);
    }

    @Override
    public long size(Integer value) {
        return value;
    }
}
