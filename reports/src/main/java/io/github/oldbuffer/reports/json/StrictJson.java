package io.github.oldbuffer.reports.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON within bounds and without repeated fields. */
final class StrictJson {

    /** Longer texts are refused unread: characters, not bytes. */
    static final int LONGEST = 64 << 20;

    /** Reads no number, text, name or nesting that is longer than those of any file of the kit. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(60)
                    .maxStringLength(100_000)
                    .maxNumberLength(40)
                    .maxNameLength(200)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern UNKNOWN_WORD = Pattern.compile("Unrecognized token '(\\w+)'");

    private StrictJson() {}

    /**
     * Reads the text from end to end, without keeping it.
     *
     * @return the whole number in the field of that name, at the top; -1 where there is none
     * @throws ResultsException where it is not JSON
     */
    static int number(String text, String field) throws ResultsException {
        if (text.length() > LONGEST) {
            throw new ResultsException("the file has " + text.length() + " characters, more than " + LONGEST);
        }
        int found = -1;
        try (JsonParser parser = FACTORY.createParser(text)) {
            int depth = 0;
            for (JsonToken token = first(parser); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1 && token == JsonToken.VALUE_NUMBER_INT && field.equals(parser.currentName())) {
                    found = parser.getNumberType() == JsonParser.NumberType.INT ? parser.getIntValue() : -1;
                }
                if (depth == 0 && parser.nextToken() != null) {
                    throw new ResultsException(place(parser.currentTokenLocation()) + "expected the end of the file");
                }
            }
        } catch (JsonProcessingException wrong) {
            throw new ResultsException(place(wrong.getLocation()) + what(wrong, text));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory could not be read", impossible);
        }
        return found;
    }

    private static JsonToken first(JsonParser parser) throws IOException, ResultsException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new ResultsException("the file is empty");
        }
        return token;
    }

    private static String what(JsonProcessingException wrong, String text) {
        // the library has two kinds of exceptions for it, depending on what was under way
        if (wrong instanceof JsonEOFException
                || wrong.getOriginalMessage().startsWith("Unexpected end-of-input")
                || cutOff(wrong.getOriginalMessage(), text)) {
            return "the file ends too early";
        }
        if (wrong instanceof StreamConstraintsException) {
            return "a value is too long or nested too deeply";
        }
        // without the positions in the library's own notation, which some of its messages end in
        return "this is not JSON: "
                + wrong.getOriginalMessage()
                        .split("\\n| \\(start marker|\\[Source| \\(for | at \\[", 2)[0]
                        .strip();
    }

    /** Whether the word that is no token is the last one of the file, such as {@code nu}. */
    private static boolean cutOff(String message, String text) {
        Matcher matcher = UNKNOWN_WORD.matcher(message);
        return matcher.lookingAt()
                && text.strip().length() > matcher.group(1).length()
                && text.stripTrailing().endsWith(matcher.group(1));
    }

    private static String place(JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }
}
