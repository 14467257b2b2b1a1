package io.github.oldbuffer.spec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * One character of ASCII among some.
 *
 * @param allowed which
 * @param told those among which a choice tells one
 * @param expected what JSON is told to have
 * @param pattern of JSON Schema
 * @param refusal the sentence about a value that cannot be packed, with {@code %s} for the character's number and
 *     {@code %c} for itself
 */
public record Letter(
        IntPredicate allowed, String told, String expected, String pattern, Unpacked unpacked, String refusal)
        implements Shape<Character> {

    private static final String VISIBLE = visible();

    private static String visible() {
        StringBuilder visible = new StringBuilder();
        for (char character = ' ' + 1; character <= '~'; character++) {
            visible.append(character);
        }
        return visible.toString();
    }

    /** Takes the byte of a character off the packed form. */
    @FunctionalInterface
    public interface Unpacked {
        int read(Reader in) throws MalformedException;
    }

    /** One of these characters. */
    public static Letter of(String characters, String what) {
        return new Letter(
                character -> characters.indexOf(character) >= 0,
                characters,
                "one of the characters ".concat(characters),
                String.join(characters, "^[", "]$"),
                in -> {
                    int at = in.position();
                    int character = in.u8(what);
                    if (characters.indexOf(character) < 0) {
                        throw new MalformedException(
                                at, "the " + what + " is " + character + ", none of " + characters);
                    }
                    return character;
                },
                "the format '%c' is none of ".concat(characters));
    }

    /** Any printable character. */
    public static Letter printable(String what) {
        return new Letter(
                Limits::formatCharacter,
                VISIBLE,
                "one character",
                "^[ -~]$",
                in -> in.u8(' ', '~', what),
                String.join(what, "a ", " has the character %d, not 32 to 126"));
    }

    @Override
    public void pack(Writer out, Character value) {
        char character = value;
        if (!allowed.test(character)) {
            throw new IllegalArgumentException(
                    refusal.contains("%c")
                            ? String.format(refusal, character)
                            : String.format(refusal, (int) character));
        }
        out.u8(character);
    }

    @Override
    public Character unpack(Reader in) throws MalformedException {
        return (char) unpacked.read(in);
    }

    @Override
    public JsonNode json(Character value) {
        return JSON.textNode(String.valueOf(value));
    }

    @Override
    public Character parse(Value value) throws JsonException {
        String text = value.text(Limits.TEXT);
        if (text.length() != 1 || !allowed.test(text.charAt(0))) {
            throw value.expected(expected);
        }
        return text.charAt(0);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return JSON.objectNode().put("type", "string").put("pattern", pattern);
    }

    @Override
    public Character code(Coder coder, Character like) {
        return told.charAt(coder.choice(told.length(), like == null ? 0 : Math.max(0, told.indexOf(like))));
    }

    @Override
    public String bytes(String name) {
        return "u8 " + name + " (ASCII)";
    }

    @Override
    public Stream<Character> simpler(Character value) {
        return value == told.charAt(0) ? Stream.empty() : Stream.of(told.charAt(0));
    }

    @Override
    public Character simplest(Character value) {
        return told.charAt(0);
    }

    @Override
    public long size(Character value) {
        return Math.max(0, told.indexOf(value));
    }
}
