package io.github.oldbuffer.reports.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.oldbuffer.reports.results.Results;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Results as JSON, as {@link #schema()} describes it.
 *
 * <p>The same results always give the same text. Reading is strict: unknown, missing and repeated fields, wrong types
 * and values out of range are refused.
 */
public final class ResultsJson {

    /** Longer texts are refused unread: characters, not bytes. */
    static final int LONGEST = 64 << 20;

    private static final JsonMapper MAPPER = mapper();
    private static final ObjectWriter WRITER = MAPPER.writer(printer());

    private ResultsJson() {}

    /** The results as text, with a newline at the end. */
    public static String write(Results results) {
        try {
            return WRITER.writeValueAsString(results) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("results in memory could not be written", impossible);
        }
    }

    /** The same on one line, for embedding. */
    public static String compact(Results results) {
        try {
            return MAPPER.writeValueAsString(results);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("results in memory could not be written", impossible);
        }
    }

    /**
     * Reads results.
     *
     * @throws ResultsException where the text is not JSON or not a results file
     */
    public static Results read(String text) throws ResultsException {
        if (text.length() > LONGEST) {
            throw new ResultsException("the file has " + text.length() + " characters, more than " + LONGEST);
        }
        Results results;
        try {
            results = MAPPER.readValue(text, Results.class);
        } catch (JsonProcessingException unreadable) {
            throw new ResultsException(otherSchema(text).orElse(Complaint.about(unreadable)));
        }
        if (results == null) {
            throw new ResultsException("expected an object, found null");
        }
        Optional<String> problem = ResultsCheck.problem(results);
        if (problem.isPresent()) {
            throw new ResultsException(problem.get());
        }
        return results;
    }

    /** Fields that a newer kit writes are no mistakes: the schema is what this kit cannot read. */
    private static Optional<String> otherSchema(String text) {
        try {
            JsonNode schema = MAPPER.readTree(text).path("schema");
            return schema.canConvertToExactIntegral() && schema.canConvertToInt()
                    ? ResultsCheck.otherSchema(schema.intValue())
                    : Optional.empty();
        } catch (JsonProcessingException noTree) {
            return Optional.empty();
        }
    }

    /** The JSON Schema, 2020-12, that every results file follows. */
    public static String schema() {
        try (InputStream schema = ResultsJson.class.getResourceAsStream("results.schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the kit's own results.schema.json cannot be read", e);
        }
    }

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(60)
                        .maxStringLength(100_000)
                        .maxNumberLength(40)
                        .maxNameLength(200)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        JsonMapper mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .annotationIntrospector(new AddedLater())
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
                // "why" may be null; that no other text is, ResultsCheck sees to
                .withConfigOverride(String.class, text -> text.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET)))
                .build();
        for (Class<?> added : AddedLater.TYPES) {
            mapper.configOverride(added)
                    .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET))
                    .setIncludeAsProperty(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL));
        }
        return mapper;
    }

    private static DefaultPrettyPrinter printer() {
        // not the platform's line separator: the same results give the same bytes everywhere
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter()
                .withSeparators(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
    }
}
