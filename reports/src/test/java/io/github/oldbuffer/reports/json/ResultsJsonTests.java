package io.github.oldbuffer.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.oldbuffer.reports.results.SampleResults;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsJsonTests {

    private static final String TEXT = ResultsJson.write(SampleResults.withEverything());
    private static final String FULL = ResultsJson.write(SampleResults.withEvidence());

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ResultsJson.schema());

    @Test
    void results_come_back_equal() throws ResultsException {
        assertEquals(SampleResults.withEverything(), ResultsJson.read(TEXT));
    }

    @Test
    void the_same_results_give_the_same_text_with_a_newline_at_the_end() {
        assertEquals(TEXT, ResultsJson.write(SampleResults.withEverything()));
        assertTrue(TEXT.endsWith("}\n"), TEXT);
    }

    @Test
    void results_follow_the_published_schema() {
        assertEquals("[]", schema.validate(TEXT, InputFormat.JSON).toString());
    }

    /** Each is refused by the reader, with the place named, and by the schema too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schema": 1             | "schema": 2             | schema
            "tries": 1000           | "tries": 0              | kit.tries
            "tries": 1000           | "tries": 1.5            | kit.tries
            "tries": 1000           | "tries": "1000"         | kit.tries
            "tries": 1000           | "tries": true           | kit.tries
            "tries": 1000           | "turns": 1000           | kit.tries
            "conforms": true        | "conforms": null        | runs[0].conforms
            "conforms": true        | "conforms": 1           | runs[0].conforms
            "unsupported": 7        | "unsupported": -7       | runs[1].unsupported
            "verdict": "HOLDS"      | "verdict": "VIOLATED"   | runs[0].clauses[0].verdict
            "verdict": "HOLDS"      | "verdict": "PASSED"     | runs[0].clauses[0].verdict
            "verdict": "HOLDS"      | "verdict": 0            | runs[0].clauses[0].verdict
            "level": "implied"      | "level": "IMPLIED"      | runs[1].clauses[1].level
            "id": "READ-1"          | "id": "read-1"          | runs[0].clauses[0].id
            "id": "READ-1"          | "id": null              | runs[0].clauses[0].id
            "kind": "CRASHED"       | "kind": "DIED"          | runs[1].crashes[0].kind
            "deviations/y/witness.json" | "../y/witness.json" | runs[1].differences[0].witness
            "deviations/y/witness.json" | "/etc/passwd"       | runs[1].differences[0].witness
            "differences": []       | "differences": null     | runs[0].differences
            "crashes": []           | "crashes": {}           | runs[0].crashes
            "stale": []             | "stale": [], "more": 1  | runs[0].more
            "name": "Model"         | "name": " "             | runs[0].implementation.name
            """)
    void what_is_no_results_file_is_refused_with_the_place(String from, String to, String place) {
        refuses(TEXT, from, to, place);
    }

    /** The same of what older files lack. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "words": [              | "words": {}, "more": [  | command.words
            "seeds": 20             | "seeds": 0              | strength.seeds
            "killed": 20            | "killed": -1            | strength.mutants[0].killed
            "median": 1             | "median": 1.5           | strength.mutants[0].median
            "clause": "READ-3"      | "clause": "../x"        | strength.mutants[0].clause
            "millis": 1500          | "millis": -1            | runs[1].measured.millis
            "since": "2026-11-22"   | "since": "yesterday"    | runs[1].clauses[0].violations[0].filed.since
            "expires": "2027-01-31" | "expires": 20270131     | runs[1].clauses[0].violations[0].filed.expires
            "repro.py":             | "../../repro.py":       | runs[1].differences[0].shown.evidence.attached.texts
            "repro.py":             | "/tmp/repro.py":        | runs[1].differences[0].shown.evidence.attached.texts
            "repro.py":             | "witness.json":         | runs[1].differences[0].shown.evidence.attached.texts
            "other": {              | "another": {            | runs[1].differences[0].shown.other
            "beyond": 40            | "beyond": -40           | runs[1].coverage.beyond
            "name": "layout"        | "name": " "             | runs[1].coverage.dimensions[1].name
            "values": 4             | "values": -4            | runs[1].coverage.dimensions[2].missing
            "possible": 8           | "possible": 8.5         | runs[1].coverage.pairs[1].possible
            "scripted, indirect"    | ""                      | runs[1].coverage.pairs[0].missing
            "deviations/beyond-crashed/witness.json" | "/etc/passwd" | runs[1].coverage.deaths[0].witness
            """)
    void what_came_later_is_refused_with_the_place(String from, String to, String place) {
        refuses(FULL, from, to, place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "killed": 20            | "killed": 21            | strength.mutants[0].killed: expected 0 to 20
            "worst": 4              | "worst": 0              | strength.mutants[0].worst: expected the median or more
            "possible": 12          | "possible": 1           | runs[1].coverage.pairs[2].missing: expected texts, no more of them than there are pairs
            "name": "layout"        | "name": "kind"          | runs[1].coverage.dimensions[1].name: expected a name of its own
            "first": "layout"       | "first": "shape"        | runs[1].coverage.pairs[2]: expected the names of two dimensions
            """)
    void figures_that_contradict_each_other_are_refused(String from, String to, String sentence) {
        String broken = FULL.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        assertNotEquals(FULL, broken);
        assertEquals(
                sentence,
                assertThrows(ResultsException.class, () -> ResultsJson.read(broken))
                        .getMessage());
    }

    private void refuses(String text, String from, String to, String place) {
        String broken = text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        assertNotEquals(text, broken);
        ResultsException refused = assertThrows(ResultsException.class, () -> ResultsJson.read(broken));
        assertTrue(refused.getMessage().startsWith(place + ": "), refused.getMessage());
        assertOneSentence(refused.getMessage());
        assertFalse(schema.validate(broken, InputFormat.JSON).isEmpty(), "the schema allows it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "{}",
                "nonsense",
                "{\"schema\": 1, \"schema\": 1}",
                "{\"schema\": 99999999999999999999999999999999999999999999999999}",
                "{\"runs\": [[[[[[[[[[[[[[[[[[[[[[[[[",
                "\"\\u0000\""
            })
    void what_is_no_json_is_refused_in_one_sentence(String text) {
        ResultsException refused = assertThrows(ResultsException.class, () -> ResultsJson.read(text));
        assertOneSentence(refused.getMessage());
    }

    @Test
    void text_behind_the_end_is_refused() {
        ResultsException refused = assertThrows(ResultsException.class, () -> ResultsJson.read(TEXT + "{}"));
        assertOneSentence(refused.getMessage());
    }

    private static void assertOneSentence(String message) {
        assertFalse(message.isBlank() || message.contains("\n") || message.contains("com.fasterxml"), message);
        assertFalse(message.contains("io.github.oldbuffer"), message);
    }
}
