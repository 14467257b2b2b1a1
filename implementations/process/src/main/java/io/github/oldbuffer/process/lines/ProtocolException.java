package io.github.oldbuffer.process.lines;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.spec.form.JsonException;

/** A program did not keep to the protocol; the message is a sentence without a full stop. */
final class ProtocolException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 40;

    private final String place;

    private ProtocolException(String place, String sentence) {
        super(sentence);
        this.place = place;
    }

    /** Something wrong with a line as a whole. */
    static ProtocolException line(String sentence) {
        return new ProtocolException("", sentence);
    }

    /** A line that is no JSON from some column on, counted from 1. */
    static ProtocolException column(int column, String sentence) {
        return new ProtocolException(", column " + column, sentence);
    }

    /** @param field its path from the message on, such as {@code transcript.events[0].did} */
    static ProtocolException field(String field, String sentence) {
        return new ProtocolException(", field " + field, sentence);
    }

    /** A field that is not what it should be. */
    static ProtocolException field(String field, String expected, JsonNode found) {
        return field(
                field,
                found == null ? "missing, expected " + expected : "expected " + expected + ", found " + quoted(found));
    }

    /** Something wrong inside a field that holds a document. */
    static ProtocolException inside(String field, JsonException wrong) {
        String inner = wrong.place();
        return field(inner.isEmpty() ? field : field + "." + inner, wrong.fault());
    }

    /** Where the fault lies and what it is, such as {@code line 2 of its output, field run: expected 1, found 0}. */
    String inLine(long number) {
        return "line " + number + " of its output" + place + ": " + LineJson.printable(getMessage());
    }

    private static String quoted(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isArray() ? "a list" : "an object";
        }
        String text = value.toString();
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}
