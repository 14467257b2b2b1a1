package io.github.oldbuffer.reports.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;

/**
 * Results as JSON, as {@link #schema()} describes it; the same results always give the same text.
 *
 * <p>Files are held against the schema before anything else is done with them. Those of schema 1 are read too, and are
 * results like any other from then on.
 */
public final class ResultsJson {

    private static final JsonMapper MAPPER = new JsonMapper(StrictJson.FACTORY);
    private static final ObjectWriter WRITER = MAPPER.writer(printer());

    private ResultsJson() {}

    /** The results as text, with a newline at the end. */
    public static String write(Results results) {
        return text(results) + "\n";
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
        int schema = StrictJson.number(text, "schema");
        if (schema > Results.SCHEMA) {
            throw new ResultsException("schema: " + schema + " is newer than this kit, which reads 1 and "
                    + Results.SCHEMA + "; update the kit");
        }
        String current = text;
        if (schema == 1) {
            SchemaValidator.RESULTS_1.check(text);
            current = FromSchema1.upgraded(bound(text, JsonNode.class)).toString();
        }
        SchemaValidator.RESULTS_2.check(current);
        Results results = bound(current, Results.class);
        for (int i = 0; i < results.runs().size(); i++) {
            check(results.runs().get(i), "runs[" + i + "]");
        }
        return results;
    }

    /** The JSON Schema, 2020-12, that every results file follows. */
    public static String schema() {
        return SchemaValidator.text("results.schema.json");
    }

    /** What no schema can say: the findings stand in another list than the verdicts. */
    private static void check(Run run, String at) throws ResultsException {
        for (int i = 0; i < run.clauses().size(); i++) {
            ClauseResult clause = run.clauses().get(i);
            if ((clause.verdict() == Verdict.VIOLATED)
                    == run.findings(clause.id()).isEmpty()) {
                throw new ResultsException(at + ".clauses[" + i
                        + "].verdict: expected VIOLATED exactly where a finding violates the clause");
            }
        }
    }

    static <T> T bound(String text, Class<T> type) throws ResultsException {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new ResultsException("the file follows its schema and still cannot be read: "
                    + unreadable.getOriginalMessage().split("\\R", 2)[0]);
        }
    }

    static String text(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("results in memory could not be written", impossible);
        }
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
