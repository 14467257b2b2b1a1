package io.github.oldbuffer.reports.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import io.github.oldbuffer.spec.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a schema does not allow, in one sentence that begins with the place. */
final class SchemaErrorText {

    private static final int LONGEST = 60;

    private static final Map<String, String> TYPES = Map.of(
            "string", "text",
            "boolean", "true or false",
            "integer", "a whole number",
            "object", "an object",
            "array", "a list",
            "null", "null");

    private SchemaErrorText() {}

    /** @param schema the text of the schema, whose examples are told */
    static String of(Error error, String schema) {
        String place = place(error);
        return (place.isEmpty() ? "" : place + ": ") + what(error, schema);
    }

    /** The field, such as {@code runs[0].findings[2].kind}; empty where it is the whole file. */
    private static String place(Error error) {
        StringBuilder place = new StringBuilder();
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            steps.add(error.getInstanceLocation().getElement(i));
        }
        if (error.getProperty() != null) {
            steps.add(error.getProperty());
        }
        for (Object step : steps) {
            if (step instanceof Integer index) {
                place.append('[').append(index).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(shortened(step.toString()));
            }
        }
        return place.toString();
    }

    private static String what(Error error, String schema) {
        JsonNode rule = schemaOf(error, schema);
        JsonNode limit = rule.path(error.getKeyword());
        return switch (error.getKeyword()) {
            case "required" -> "the field is missing";
            case "additionalProperties", "false" -> "no such field is expected here";
            case "type" -> "expected " + types(limit);
            case "enum" -> "expected one of " + listed(limit, ", ");
            case "const" -> "expected " + limit.asText();
            case "pattern" ->
                "expected text such as " + rule.path("examples").path(0).asText();
            case "minimum" -> "expected " + limit.asText() + " or more";
            case "maximum" -> "expected " + limit.asText() + " or less";
            case "minItems" -> "expected " + limit.asText() + " entries or more";
            case "maxItems", "maxProperties" -> "expected " + limit.asText() + " entries or fewer";
            case "maxLength" -> "expected " + limit.asText() + " characters or fewer";
            default -> shortened(error.getMessage());
        };
    }

    private static String types(JsonNode type) {
        return type.isTextual()
                ? TYPES.getOrDefault(type.asText(), type.asText())
                : stream(type).map(name -> TYPES.getOrDefault(name, name)).collect(Collectors.joining(" or "));
    }

    private static String listed(JsonNode values, String separator) {
        return stream(values).collect(Collectors.joining(separator));
    }

    private static java.util.stream.Stream<String> stream(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts.stream();
    }

    /** The part of the schema that has the keyword. */
    private static JsonNode schemaOf(Error error, String schema) {
        JsonNode node;
        try {
            node = new JsonMapper().readTree(schema);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("the kit's own schema is JSON", impossible);
        }
        var path = error.getSchemaLocation().getFragment();
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            Object step = path.getElement(i);
            node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
        }
        return node;
    }

    private static String shortened(String text) {
        String printable = Printable.of(text);
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "...";
    }
}
