package io.github.oldbuffer.spec.form;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads small JSON documents into records, strictly, and says in one sentence what is wrong with one that is not right. */
public final class RecordJson {

    /** Refuses unknown and repeated fields and values of another type; what is missing is {@code null}. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private RecordJson() {}

    /**
     * Reads a value.
     *
     * @throws JsonException with one sentence that begins with the place
     */
    public static <T> T read(String text, Class<T> type) throws JsonException {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException wrong) {
            throw new JsonException(problem(wrong));
        }
    }

    private static String problem(JsonProcessingException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return path(unknown) + ": there is no such field, expected one of " + names(unknown.getKnownPropertyIds());
        }
        if (wrong instanceof MismatchedInputException other && expected(other).isPresent()) {
            String place = path(other);
            return (place.isEmpty() ? "" : place + ": ") + "expected "
                    + expected(other).get();
        }
        if (wrong instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return path(mapping) + ": " + said(wrong);
        }
        JsonLocation location = wrong.getLocation();
        String place = location == null || location.getLineNr() < 1
                ? ""
                : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
        return place + (wrong instanceof JsonMappingException ? "" : "this is not JSON: ") + said(wrong);
    }

    /** What should have stood in the place of a value of another type, in the words of JSON; empty where that is not known. */
    private static Optional<String> expected(MismatchedInputException other) {
        Class<?> type = other.getTargetType();
        if (type == null) {
            return Optional.empty();
        } else if (Collection.class.isAssignableFrom(type)) {
            return Optional.of("a list");
        } else if (type == String.class) {
            return Optional.of("a text");
        } else if (type == boolean.class || type == Boolean.class) {
            return Optional.of("true or false");
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Optional.of("a whole number");
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? Optional.of("an object") : Optional.empty();
    }

    /** Without the positions in the library's own notation, which some of its messages end in. */
    private static String said(JsonProcessingException wrong) {
        return wrong.getOriginalMessage()
                .split("\\n| \\(start marker|\\[Source| \\(for | at \\[", 2)[0]
                .strip();
    }

    private static String names(Collection<Object> known) {
        return known.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException problem) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : problem.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return path.toString();
    }
}
