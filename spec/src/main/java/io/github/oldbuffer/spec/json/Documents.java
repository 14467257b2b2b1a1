package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.NopIndenter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import java.io.IOException;
import java.util.Map;
import java.util.StringJoiner;

/** JSON documents as text: an object, one field a line, whose one list has one item a line. */
final class Documents {

    /** Longer texts are refused unread. */
    static final int LONGEST = 64 << 20;

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

    private static final ObjectWriter ONE_LINE = MAPPER.writer(new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Spacing.AFTER)
                    .withObjectEntrySpacing(Spacing.AFTER)
                    .withArrayValueSpacing(Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(NopIndenter.instance)
            .withArrayIndenter(NopIndenter.instance));

    private Documents() {}

    static JsonNode parse(String text) throws JsonException {
        if (text.length() > LONGEST) {
            throw new JsonException("the text has " + text.length() + " characters, more than " + LONGEST);
        }
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode tree = parser.readValueAsTree();
            if (tree == null) {
                throw new JsonException("the text is empty");
            }
            if (parser.nextToken() != null) {
                throw new JsonException(
                        place(parser.currentTokenLocation()) + "more text follows the end of the document");
            }
            return tree;
        } catch (IOException notJson) {
            throw new JsonException(sentence(notJson));
        }
    }

    static String text(ObjectNode document) {
        StringJoiner fields = new StringJoiner(",\n  ", "{\n  ", "\n}\n");
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            fields.add('"' + field.getKey() + "\": " + value(field.getValue()));
        }
        return fields.toString();
    }

    private static String value(JsonNode value) {
        if (!value.isArray() || value.isEmpty()) {
            return line(value);
        }
        StringJoiner items = new StringJoiner(",\n    ", "[\n    ", "\n  ]");
        value.forEach(item -> items.add(line(item)));
        return items.toString();
    }

    private static String line(JsonNode value) {
        try {
            return ONE_LINE.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("a tree in memory could not be written", impossible);
        }
    }

    private static String sentence(IOException notJson) {
        if (!(notJson instanceof JsonProcessingException problem)) {
            return "the text could not be read: " + notJson.getMessage();
        }
        String place = problem.getLocation() == null ? "" : place(problem.getLocation());
        if (problem instanceof JsonEOFException) {
            return place + "the text ends too early";
        }
        if (problem instanceof StreamConstraintsException) {
            return place + "a value is too long or nested too deeply";
        }
        if (problem instanceof MismatchedInputException) {
            return place + "a field stands twice in the same object";
        }
        return place + "this is not JSON: " + firstPart(problem.getOriginalMessage());
    }

    /** Without the positions in the library's own notation and the advice on its options, which end some messages. */
    private static String firstPart(String message) {
        return message.split("\\n| \\(start marker| \\(not recognized|: enable|\\[Source", 2)[0].strip();
    }

    private static String place(JsonLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }
}
