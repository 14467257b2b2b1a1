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
 * True or false.
 *
 * @param what it is called in messages about the packed form
 */
public record Flag(String what) implements Shape<Boolean> {

    @Override
    public void pack(Writer out, Boolean value) {
        out.flag(value);
    }

    @Override
    public Boolean unpack(Reader in) throws MalformedException {
        return in.flag(what);
    }

    @Override
    public JsonNode json(Boolean value) {
        return JSON.booleanNode(value);
    }

    @Override
    public Boolean parse(Value value) throws JsonException {
        return value.flag();
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return JSON.objectNode().put("type", "boolean");
    }

    @Override
    public Boolean code(Coder coder, Boolean like) {
        return coder.flag(like != null && like);
    }

    @Override
    public String bytes(String name) {
        return "flag " + name;
    }

    @Override
    public Stream<Boolean> simpler(Boolean value) {
        return value ? Stream.of(false) : Stream.empty();
    }

    @Override
    public Boolean simplest(Boolean value) {
        return false;
    }

    @Override
    public long size(Boolean value) {
        return value ? 1 : 0;
    }
}
