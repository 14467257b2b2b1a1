package io.github.oldbuffer.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.samples.SampleResults;
import io.github.oldbuffer.spec.results.Results;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsJsonTests {

    private static final String TEXT = ResultsJson.write(SampleResults.withEverything());
    private static final String FULL = ResultsJson.write(SampleResults.withEvidence());

    @Test
    void results_come_back_equal() throws ResultsException {
        assertEquals(SampleResults.withEverything(), ResultsJson.read(TEXT));
        // not the values: numbers of a scenario that was read have other types than those of one that was made
        assertEquals(FULL, ResultsJson.write(ResultsJson.read(FULL)));
    }

    @Test
    void what_was_left_out_comes_back_and_is_not_told_of_where_it_is_nothing() throws ResultsException {
        Results some = SampleResults.withEverything();
        Results left = some.withRuns(
                some.runs().stream().map(run -> run.withLeftOut(52)).toList());
        assertEquals(left, ResultsJson.read(ResultsJson.write(left)));
        assertTrue(ResultsJson.write(left).contains("\"leftOut\": 52"));
        assertFalse(TEXT.contains("leftOut"));
    }

    @Test
    void the_same_results_give_the_same_text_with_a_newline_at_the_end() {
        assertEquals(TEXT, ResultsJson.write(SampleResults.withEverything()));
        assertTrue(TEXT.endsWith("}\n"), TEXT);
    }

    @Test
    void whether_a_run_conforms_follows_from_its_findings_whatever_the_file_says() throws ResultsException {
        String lying = TEXT.replace("\"conforms\": false", "\"conforms\": true");
        assertNotEquals(TEXT, lying);
        assertEquals(TEXT, ResultsJson.write(ResultsJson.read(lying)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schema": 2             | "schema": 3             | schema: 3 is newer than this kit, which reads 1 and 2; update the kit
            "schema": 2             | "schema": 0             | schema: expected 2
            "schema": 2             | "schema": "2"           | schema: expected 2
            "tries": 1000           | "tries": 0              | kit.tries: expected 1 or more
            "tries": 1000           | "tries": 9999999999     | kit.tries: expected 2147483647 or less
            "tries": 1000           | "tries": 1.5            | kit.tries: expected a whole number
            "tries": 1000           | "tries": "1000"         | kit.tries: expected a whole number
            "tries": 1000           | "tries": true           | kit.tries: expected a whole number
            "tries": 1000           | "turns": 1000           | kit.tries: the field is missing
            "tries": 1000           | "tries": 1, "turns": 1  | kit.turns: no such field is expected here
            "conforms": true        | "conforms": null        | runs[0].conforms: expected true or false
            "unsupported": 7        | "unsupported": -7       | runs[1].unsupported: expected 0 or more
            "verdict": "HOLDS"      | "verdict": "VIOLATED"   | runs[0].clauses[0].verdict: expected VIOLATED exactly where a finding violates the clause
            "verdict": "DIED"       | "verdict": "VIOLATED"   | runs[1].clauses[1].verdict: expected VIOLATED exactly where a finding violates the clause
            "verdict": "VIOLATED"   | "verdict": "HOLDS"      | runs[1].clauses[0].verdict: expected VIOLATED exactly where a finding violates the clause
            "verdict": "HOLDS"      | "verdict": "PASSED"     | runs[0].clauses[0].verdict: expected one of HOLDS, VIOLATED, DIED, NOT_EXERCISED, NOT_APPLICABLE
            "level": "implied"      | "level": "IMPLIED"      | runs[1].clauses[2].level: expected one of contract, header, implied, protocol, reference
            "id": "READ-1"          | "id": "read-1"          | runs[0].clauses[0].id: expected text such as READ-6
            "id": "READ-1"          | "id": null              | runs[0].clauses[0].id: expected text
            "why": null             | "why": 7                | runs[0].clauses[0].why: expected text or null
            "kind": "DEATH"         | "kind": "CRASH"         | runs[1].findings[2].kind: expected one of VIOLATION, DIFFERENCE, DEATH
            "kind": "DIFFERENCE"    | "kind": "DEATH"         | runs[1].findings[3].signal: the field is missing
            "kind": "VIOLATION"     | "kind": "DIFFERENCE"    | runs[1].findings[0].clause: expected null
            "kind": "DIFFERENCE"    | "kind": "VIOLATION"     | runs[1].findings[3].clause: expected text
            "known": true           | "known": false          | runs[1].findings[0].filed: no such field is expected here
            "known": false          | "known": true           | runs[1].findings[1].filed: the field is missing
            "deviations/deaths/death-crashed/witness.json" | "../y/witness.json" | runs[1].findings[2].witness: expected text such as deviations/a-cause/READ-3-x/witness.json
            "deviations/deaths/death-crashed/witness.json" | "d/../../witness.json" | runs[1].findings[2].witness: expected text such as deviations/a-cause/READ-3-x/witness.json
            "deviations/deaths/death-crashed/witness.json" | "/etc/passwd" | runs[1].findings[2].witness: expected text such as deviations/a-cause/READ-3-x/witness.json
            "id": "deaths"          | "id": "../deaths"       | runs[1].findings[2].cause.id: expected text such as exceptions-of-exporters
            "findings": []          | "findings": {}          | runs[0].findings: expected a list
            "replayed": []          | "replayed": [], "more": 1 | runs[0].more: no such field is expected here
            "name": "Model"         | "name": " "             | runs[0].implementation.name: expected text such as any but an empty one
            """)
    void what_is_no_results_file_is_refused_with_the_place(String from, String to, String sentence) {
        refuses(TEXT, from, to, sentence);
    }

    /** The same of what may be missing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "words": [              | "words": {}, "more": [  | command.words: expected a list
            "seeds": 20             | "seeds": 0              | strength.seeds: expected 1 or more
            "killed": 20            | "killed": -1            | strength.mutants[0].killed: expected 0 or more
            "median": 1             | "median": 1.5           | strength.mutants[0].median: expected a whole number
            "clause": "NEW-5"       | "clause": "../x"        | strength.mutants[2].clause: expected text such as READ-6
            "millis": 1500          | "millis": -1            | runs[1].measured.millis: expected 0 or more
            "since": "2026-11-22"   | "since": "yesterday"    | runs[1].findings[0].filed.since: expected text such as 2026-11-22
            "expires": "2027-01-31" | "expires": 20270131     | runs[1].findings[0].filed.expires: expected text
            "repro.py":             | "../../repro.py":       | runs[1].findings[3].evidence.files.../../repro.py: expected text such as repro.c
            "repro.py":             | "/tmp/repro.py":        | runs[1].findings[3].evidence.files./tmp/repro.py: expected text such as repro.c
            "repro.py":             | "witness.json":         | runs[1].findings[3].evidence.files.witness.json: expected text such as repro.c
            "repro.py":             | "readme.md":            | runs[1].findings[3].evidence.files.readme.md: expected text such as repro.c
            "other": {              | "another": {            | runs[1].findings[3].another: no such field is expected here
            "beyond": 40            | "beyond": -40           | runs[1].coverage.beyond: expected 0 or more
            "name": "layout"        | "name": " "             | runs[1].coverage.dimensions[1].name: expected text such as any but an empty one
            "possible": 8           | "possible": 8.5         | runs[1].coverage.pairs[1].possible: expected a whole number
            """)
    void what_may_be_missing_is_refused_with_the_place(String from, String to, String sentence) {
        refuses(FULL, from, to, sentence);
    }

    private static void refuses(String text, String from, String to, String sentence) {
        String broken = text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        assertNotEquals(text, broken);
        assertEquals(
                sentence,
                assertThrows(ResultsException.class, () -> ResultsJson.read(broken))
                        .getMessage());
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
                "{\"schema\": 2, \"schema\": 2}",
                "{\"schema\": 99999999999999999999999999999999999999999999999999}",
                "{\"schema\": 1e999999999}",
                "{\"schema\": 1}",
                "{\"schema\": 1, \"kit\": {}, \"runs\": 7}",
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
        assertTrue(refused.getMessage().contains("expected the end of the file"), refused.getMessage());
    }

    @Test
    void what_ends_too_early_or_nests_too_deeply_is_refused() {
        assertTrue(message(TEXT.substring(0, TEXT.length() / 2))
                .matches("line \\d+, column \\d+: the file ends too early"));
        assertEquals("a value is too long or nested too deeply", message("[".repeat(100)));
        assertTrue(message(" ".repeat((64 << 20) + 1)).startsWith("the file has 67108865 characters, more than"));
    }

    @Test
    void a_finding_has_a_file_of_its_own_that_comes_back_equal() throws ResultsException {
        FindingFile file = new FindingFile(
                "0.1.0",
                SampleResults.withEvidence().runs().get(1).implementation(),
                List.of("run", "--seed", "1"),
                SampleResults.difference().withEvidence(SampleResults.evidence()));
        assertEquals(SampleResults.difference(), file.finding());
        assertEquals(file, FindingFile.read(file.write()));
        assertEquals(
                "finding.kind: expected one of VIOLATION, DIFFERENCE, DEATH",
                assertThrows(
                                ResultsException.class,
                                () -> FindingFile.read(file.write().replace("\"DIFFERENCE\"", "\"X\"")))
                        .getMessage());
    }

    private static String message(String text) {
        return assertThrows(ResultsException.class, () -> ResultsJson.read(text))
                .getMessage();
    }

    private static void assertOneSentence(String message) {
        assertFalse(message.isBlank() || message.contains("\n") || message.contains("com.fasterxml"), message);
        assertFalse(message.contains("io.github.oldbuffer") || message.contains("networknt"), message);
    }
}
