package io.github.oldbuffer.spec.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A JSON value and where it stands; every method takes it for something and refuses it where it is something else.
 *
 * @param node {@code null} where the value is missing
 * @param depth how many values that count their depth it stands in, itself included
 */
public record Value(JsonNode node, Path path, int depth) {

    private static final int LONGEST_QUOTE = 40;

    /** Reads a value of some kind. */
    @FunctionalInterface
    public interface As<T> {
        T read(Value value) throws JsonException;
    }

    /** A whole document. */
    public static Value document(JsonNode tree) {
        return new Value(tree, Path.ROOT, 0);
    }

    /** The same value, one deeper. */
    public Value deeper() {
        return new Value(node, path, depth + 1);
    }

    public boolean missing() {
        return node == null;
    }

    public long whole(long least, long most) throws JsonException {
        if (missing() || !node.isIntegralNumber()) {
            throw expected("a whole number");
        }
        if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
            throw expected(least == Long.MIN_VALUE ? "a number of 64 bits" : range(least, most));
        }
        return node.longValue();
    }

    /** Any number of 64 bits. */
    public long whole() throws JsonException {
        return whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public int small(int least, int most) throws JsonException {
        return (int) whole(least, most);
    }

    public boolean flag() throws JsonException {
        if (missing() || !node.isBoolean()) {
            throw expected("true or false");
        }
        return node.booleanValue();
    }

    /** Text of at most so many bytes of UTF-8. */
    public String text(int mostBytes) throws JsonException {
        if (missing() || !node.isTextual()) {
            throw expected("text");
        }
        int bytes = Utf8.length(node.textValue());
        if (bytes < 0) {
            throw fault("half a surrogate pair, which is no character");
        }
        if (bytes > mostBytes) {
            throw fault("expected at most " + mostBytes + " bytes of text, found " + bytes);
        }
        return node.textValue();
    }

    public boolean isText(String text) {
        return !missing() && node.isTextual() && node.textValue().equals(text);
    }

    public <E> E oneOf(Words<E> words) throws JsonException {
        E value = missing() || !node.isTextual() ? null : words.value(node.textValue());
        if (value == null) {
            throw expected((words.values().size() == 1 ? "" : "one of ") + words.list());
        }
        return value;
    }

    /** A list of at most so many items. */
    public <T> List<T> list(int most, As<T> as) throws JsonException {
        if (missing() || !node.isArray()) {
            throw expected("a list");
        }
        if (node.size() > most) {
            throw fault("expected at most " + most + " items, found " + node.size());
        }
        List<T> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(as.read(new Value(node.get(i), path.item(i), depth)));
        }
        return items;
    }

    /** A list of different words. */
    public <E> Set<E> set(Words<E> words) throws JsonException {
        Set<E> set = new LinkedHashSet<>();
        list(words.values().size(), item -> {
            if (!set.add(item.oneOf(words))) {
                throw item.fault(item.quote() + " stands twice in the list");
            }
            return item;
        });
        return set;
    }

    public Fields fields() throws JsonException {
        if (missing() || !node.isObject()) {
            throw expected("an object");
        }
        return new Fields(node, path, depth);
    }

    public JsonException expected(String what) {
        return fault(missing() ? "missing, expected " + what : "expected " + what + ", found " + quote());
    }

    public JsonException fault(String sentence) {
        return new JsonException(path.toString(), sentence);
    }

    private String quote() {
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return "a list";
        }
        String text = node.toString();
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }

    private static String range(long least, long most) {
        return most == Long.MAX_VALUE || most == Integer.MAX_VALUE && least >= 0
                ? least + " or more"
                : least + " to " + most;
    }
}
