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
 * A whole number within a range that takes less than 64 bits.
 *
 * @param what it is called in messages about the packed form that is read
 * @param whatWritten the same where it is written
 */
public record Small(Width width, int least, int most, String what, String whatWritten) implements Shape<Integer> {

    /** What a number takes in the packed form. */
    public enum Width {
        U8,
        U16,
        I16,
        I32
    }

    public static Small of(Width width, int least, int most, String what) {
        return new Small(width, least, most, what, what);
    }

    /** Any number of 32 bits. */
    public static Small any(String what) {
        return of(Width.I32, Integer.MIN_VALUE, Integer.MAX_VALUE, what);
    }

    @Override
    public void pack(Writer out, Integer value) {
        int number = value;
        switch (width) {
            case U8 -> out.u8(number, least, most, whatWritten);
            case I32 -> out.i32(number, least, whatWritten);
            default -> out.i16(number, least, most, whatWritten);
        }
    }

    @Override
    public Integer unpack(Reader in) throws MalformedException {
        return switch (width) {
            case U8 -> in.u8(least, most, what);
            case U16 -> in.u16(most, what);
            case I16 -> in.i16(least, most, what);
            case I32 -> in.i32(least, what);
        };
    }

    @Override
    public JsonNode json(Integer value) {
        return JSON.numberNode(value);
    }

    @Override
    public Integer parse(Value value) throws JsonException {
        return value.small(least, most);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return JSON.objectNode().put("type", "integer").put("minimum", least).put("maximum", most);
    }

    @Override
    public Integer code(Coder coder, Integer like) {
        return (int) coder.number(least, most, like == null ? least : like);
    }

    @Override
    public String bytes(String name) {
        return width.name().toLowerCase(java.util.Locale.ROOT) + " " + name + range(least, most);
    }

    /** A range behind the name of what has it; nothing where any number will do. */
    static String range(long least, long most) {
        if (least == Integer.MIN_VALUE || least == Long.MIN_VALUE) {
            return "";
        }
        boolean open = most == Integer.MAX_VALUE || most == Long.MAX_VALUE;
        return " (" + least + ".." + (open ? "" : most == 1L << 40 ? "2^40" : most) + ")";
    }

    @Override
    public Stream<Integer> simpler(Integer value) {
        return Simpler.numbers(least, most, value).map(Long::intValue);
    }

    @Override
    public long size(Integer value) {
        return Simpler.size(value);
    }
}
