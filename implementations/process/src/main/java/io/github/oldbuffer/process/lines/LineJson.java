package io.github.oldbuffer.process.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

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
        } catch (MismatchedInputException twice) {
            throw ProtocolException.column(column(twice), "a field stands twice in the same object");
        } catch (JsonProcessingException notJson) {
            throw ProtocolException.column(column(notJson), "this is not JSON: " + quote(line));
        } catch (IOException impossible) {
            throw new AssertionError("a text in memory could not be read", impossible);
        }
        throw ProtocolException.line("expected one JSON object, found " + quote(line));
    }

    /** @throws ProtocolException where the message has a field whose name is none of these */
    static void onlyFields(ObjectNode message, List<String> names) throws ProtocolException {
        for (Iterator<String> fields = message.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!names.contains(field)) {
                throw ProtocolException.field(
                        quote(field), "unknown field, expected one of " + String.join(", ", names));
            }
        }
    }

    private static int column(JsonProcessingException problem) {
        return problem.getLocation() == null ? 1 : problem.getLocation().getColumnNr();
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
