package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;

/**
 * Text, of so many bytes of UTF-8 at the most.
 *
 * @param most up to 255 with a length of one byte, more with one of two
 * @param what it is called in messages about the packed form
 */
public record Text(int most, String what) implements Shape<String> {

    @Override
    public void pack(Writer out, String value) {
        if (most <= Limits.TYPE_NAME) {
            out.text8(value, what);
        } else {
            out.text16(value, most, what);
        }
    }

    @Override
    public String unpack(Reader in) throws MalformedException {
        return most <= Limits.TYPE_NAME ? in.text8(what) : in.text16(most, what);
    }

    @Override
    public JsonNode json(String value) {
        return JSON.textNode(value);
    }

    @Override
    public String parse(Value value) throws JsonException {
        return value.text(most);
    }

    /** As many characters as the bytes can be at the most. */
    @Override
    public ObjectNode schema(Definitions definitions) {
        return JSON.objectNode().put("type", "string").put("maxLength", most);
    }

    @Override
    public String bytes(String name) {
        return (most <= Limits.TYPE_NAME ? "text8 " : "text16 ")
                + name
                + (most < Limits.TEXT && most > Limits.TYPE_NAME ? " (0.." + most + " bytes)" : "");
    }
}
