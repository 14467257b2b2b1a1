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
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.transcript.Event;

/**
 * The change of a reference count: a number in JSON, or {@code "UNCOUNTED"}.
 *
 * @param what it is called in messages about the packed form
 */
record ChangeShape(String what) implements Shape<Integer> {

    static final String UNCOUNTED = "UNCOUNTED";

    @Override
    public void pack(Writer out, Integer change) {
        out.i32(change);
    }

    @Override
    public Integer unpack(Reader in) throws MalformedException {
        return in.i32(what);
    }

    @Override
    public JsonNode json(Integer change) {
        return change == Event.UNCOUNTED ? JSON.textNode(UNCOUNTED) : JSON.numberNode(change);
    }

    @Override
    public Integer parse(Value value) throws JsonException {
        return value.isText(UNCOUNTED) ? Event.UNCOUNTED : known(value);
    }

    static int known(Value value) throws JsonException {
        return value.small(Event.UNCOUNTED + 1, Integer.MAX_VALUE);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("oneOf")
                .add(JSON.objectNode().put("const", UNCOUNTED))
                .add(Small.of(Width.I32, Event.UNCOUNTED + 1, Integer.MAX_VALUE, what)
                        .schema(definitions));
        return schema;
    }

    @Override
    public String bytes(String name) {
        return "i32 " + name + " (-2^31: uncounted)";
    }
}
