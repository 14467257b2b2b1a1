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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A value of an enumeration: a word in JSON, its number in the packed form.
 *
 * @param values all that there are, in the order of their numbers
 * @param words of those that are allowed
 * @param first the number of the first; where it is 1, 0 stands for none
 * @param what it is called in messages about the packed form
 * @param refusal what is wrong with a value that is not allowed; {@code null} where all are
 */
public record Word<E extends Enum<E>>(E[] values, Words<E> words, int first, String what, String refusal)
        implements Shape<E> {

    /** A value told by its name in the Java code. */
    public static <E extends Enum<E>> Word<E> of(E[] values, String what) {
        return of(values, Enum::name, what);
    }

    public static <E extends Enum<E>> Word<E> of(E[] values, Function<E, String> word, String what) {
        return new Word<>(values, Words.of(values, word), 0, what, null);
    }

    /** The same, or none, which JSON leaves out. */
    public Word<E> orNone(String what) {
        return new Word<>(values, words, 1, what, refusal);
    }

    /** The same without one of the values. */
    public Word<E> except(E refused, String refusal) {
        List<E> allowed = new ArrayList<>(words.values());
        allowed.remove(refused);
        return new Word<>(values, new Words<>(List.copyOf(allowed), words.word()), first, what, refusal);
    }

    /** Told as before a version that added words: the first {@code count} alone are told there. */
    public Coded<E> grown(int version, int count) {
        return (coder, like) ->
                coder.version() < version ? coder.oneOf(words.values().subList(0, count), like) : code(coder, like);
    }

    @Override
    public void pack(Writer out, E value) {
        if (refusal != null && !words.values().contains(value)) {
            throw new IllegalArgumentException(refusal);
        }
        out.u8(value == null ? 0 : value.ordinal() + first);
    }

    @Override
    public E unpack(Reader in) throws MalformedException {
        int at = in.position();
        int number = in.u8(0, values.length - 1 + first, what) - first;
        E value = number < 0 ? null : values[number];
        if (refusal != null && !words.values().contains(value)) {
            throw new MalformedException(at, refusal);
        }
        return value;
    }

    @Override
    public JsonNode json(E value) {
        return JSON.textNode(words.of(value));
    }

    @Override
    public E parse(Value value) throws JsonException {
        return value.oneOf(words);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode allowed = schema.putArray("enum");
        words.values().forEach(value -> allowed.add(words.of(value)));
        return schema;
    }

    /** Where there may be none, a flag tells whether there is one. */
    @Override
    public E code(Coder coder, E like) {
        return first == 0 || coder.flag(like != null) ? coder.oneOf(words.values(), like) : null;
    }

    @Override
    public String bytes(String name) {
        Class<?> type = values.getClass().getComponentType();
        boolean common = type.getSimpleName().equals("Kind");
        String named = (common ? type.getEnclosingClass().getSimpleName() + "." : "") + type.getSimpleName();
        String some = "";
        for (E value : values) {
            some += words.values().contains(value) ? "" : ", not " + value;
        }
        return "u8 " + name + (first == 0 ? " (" + named + some + ")" : " (0: none, else " + named + " + 1)");
    }

    /** None, where there may be none, and the first. */
    @Override
    public Stream<E> simpler(E value) {
        E least = words.values().get(0);
        Stream<E> plainer = value == null || value == least ? Stream.empty() : Stream.of(least);
        return value == null || first == 0 ? plainer : Stream.concat(Stream.of((E) null), plainer);
    }

    @Override
    public E simplest(E value) {
        return first == 0 ? words.values().get(0) : null;
    }

    @Override
    public long size(E value) {
        return value == null ? 0 : value.ordinal() + first;
    }
}
