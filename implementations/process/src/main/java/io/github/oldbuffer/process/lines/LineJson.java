package io.github.oldbuffer.process.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;

/** A line as a JSON object, and back. */
final class LineJson {

    /** What no message comes near, so that a hostile line costs no more than its own length. */
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(40)
            .maxStringLength(100_000)
            .maxNumberLength(40)
            .maxNameLength(200)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final String NO_JSON = "no JSON object";

    private static final int LONGEST_QUOTE = 40;

    private LineJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** One line, with its end. */
    static String write(ObjectNode message) {
        try {
            return MAPPER.writeValueAsString(message) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("a tree in memory could not be written", impossible);
        }
    }

    /** @throws ProtocolException where the line is not one JSON object */
    static ObjectNode read(String line) throws ProtocolException {
        try (JsonParser parser = MAPPER.createParser(line)) {
            JsonNode tree = parser.readValueAsTree();
            if (tree instanceof ObjectNode message && parser.nextToken() == null) {
                return message;
            }
        } catch (IOException notJson) {
            throw new ProtocolException(NO_JSON, "a line is not JSON: " + quote(line));
        }
        throw new ProtocolException(NO_JSON, "a line is not a JSON object: " + quote(line));
    }

    /** @throws ProtocolException where the message has a field whose name is none of these */
    static void onlyFields(ObjectNode message, Set<String> names) throws ProtocolException {
        for (Iterator<String> fields = message.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!names.contains(field)) {
                throw new ProtocolException("unknown field", "a message has the unknown field " + quote(field));
            }
        }
    }

    /** The start of a text, in quotes. */
    static String quote(String text) {
        boolean whole = text.length() <= LONGEST_QUOTE;
        return '"' + printable(whole ? text : text.substring(0, LONGEST_QUOTE) + "...") + '"';
    }

    /** A text for people, with nothing in it that moves a terminal's cursor. */
    static String printable(String text) {
        return text.codePoints()
                .map(character ->
                        Character.isISOControl(character) || !Character.isDefined(character) ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
