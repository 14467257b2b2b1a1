package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Words;
import io.github.oldbuffer.spec.form.Writer;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A set of values of an enumeration: a list of words in JSON, and in the packed form bits, of which the n-th stands for
 * the n-th value.
 *
 * @param width one byte or two
 * @param what it is called in messages about the packed form
 */
public record WordSet<E extends Enum<E>>(Class<E> type, Words<E> words, Small.Width width, String what)
        implements Shape<Set<E>> {

    @Override
    public void pack(Writer out, Set<E> value) {
        int bits = bits(value);
        if (width == Small.Width.U8) {
            out.u8(bits, 0, all(), what);
        } else {
            out.u16(bits, all(), what);
        }
    }

    @Override
    public Set<E> unpack(Reader in) throws MalformedException {
        return set(width == Small.Width.U8 ? in.u8(0, all(), what) : in.u16(all(), what));
    }

    /** One choice: what has a bit beyond a byte cannot be told. */
    @Override
    public Set<E> code(Coder coder, Set<E> like) {
        return set(coder.choice(all() + 1, like == null ? 0 : bits(like)));
    }

    private static int bits(Set<? extends Enum<?>> value) {
        int bits = 0;
        if (!value.isEmpty()) {
            for (Enum<?> each : value) {
                bits |= 1 << each.ordinal();
            }
        }
        return bits;
    }

    private Set<E> set(int bits) {
        if (bits == 0) {
            return Set.of();
        }
        Set<E> set = EnumSet.noneOf(type);
        for (E value : words.values()) {
            if ((bits >> value.ordinal() & 1) != 0) {
                set.add(value);
            }
        }
        return set;
    }

    @Override
    public JsonNode json(Set<E> value) {
        ArrayNode list = JSON.arrayNode();
        value.forEach(each -> list.add(words.of(each)));
        return list;
    }

    @Override
    public Set<E> parse(Value value) throws JsonException {
        return value.set(words);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JSON.objectNode().put("type", "array").put("uniqueItems", true);
        ArrayNode allowed = schema.putObject("items").putArray("enum");
        words.values().forEach(each -> allowed.add(words.of(each)));
        return schema;
    }

    @Override
    public String bytes(String name) {
        return (width == Small.Width.U8 ? "u8 " : "u16 ") + name + " (bit n: " + type.getSimpleName() + " n, 0.."
                + (words.values().size() - 1) + ")";
    }

    private int all() {
        return (1 << words.values().size()) - 1;
    }

    @Override
    public Stream<Set<E>> simpler(Set<E> value) {
        if (value.isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(Stream.of(Set.<E>of()), value.stream().map(each -> {
            Set<E> rest = EnumSet.copyOf(value);
            rest.remove(each);
            return rest;
        }));
    }

    @Override
    public Set<E> simplest(Set<E> value) {
        return Set.of();
    }

    @Override
    public long size(Set<E> value) {
        return value.size();
    }
}
