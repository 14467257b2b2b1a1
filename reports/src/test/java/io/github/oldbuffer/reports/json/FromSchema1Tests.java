package io.github.oldbuffer.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.reports.samples.StoredResults;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file of schema 1 in which everything occurs, and those of real runs. */
class FromSchema1Tests {

    private static String text;
    private static Results results;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream file = FromSchema1Tests.class.getResourceAsStream("schema-1.json")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        results = ResultsJson.read(text);
    }

    @Test
    void violations_deaths_and_differences_are_findings_known_ones_first() {
        assertEquals(
                List.of(
                        "READ-3 BufferError instead of TypeError",
                        "READ-3 no exception",
                        "NEW-5 a held Py_buffer did not pin the object",
                        "death CRASHED (SIGSEGV) in PyObject_CheckReadBuffer",
                        "difference another message"),
                run().findings().stream()
                        .map(finding -> finding.heading() + " " + finding.symptom())
                        .toList());
    }

    @Test
    void the_function_follows_from_the_clause_or_the_words() {
        assertEquals(
                List.of(
                        "PyObject_AsReadBuffer",
                        "PyObject_AsReadBuffer",
                        "PyObject_GetBuffer",
                        "PyObject_CheckReadBuffer",
                        "PyObject_AsWriteBuffer"),
                run().findings().stream().map(Finding::function).toList());
    }

    @Test
    void what_is_on_file_about_a_finding_stands_together() {
        Finding known = run().findings().get(0);
        assertEquals(
                "Exporters raise what they like; CPython hands it on.",
                known.filed().reason());
        assertEquals("2026-11-22", known.filed().since());
        assertEquals(">=3.6", known.filed().versions());
        assertNull(known.filed().upstream());
        assertEquals("exporters-raise-what-they-like", known.cause().id());
        assertEquals("memoryview", known.object());
        assertNull(run().findings().get(1).filed());
        assertEquals("no exception", run().findings().get(1).cause().title());
    }

    @Test
    void evidence_keeps_what_a_sweep_saw_and_what_lies_beside_it() {
        Finding difference = run().findings().get(4);
        assertEquals("model", difference.other().id());
        assertEquals("it said no; PyObject_AsWriteBuffer said never", difference.reason());
        assertEquals(5, difference.evidence().swept().size());
        assertEquals("raise SystemExit(1)\n", difference.evidence().files().get("repro.py"));
    }

    @Test
    void a_clause_whose_scenarios_died_does_not_hold() {
        ClauseResult died = run().clause("CHECK-2").orElseThrow();
        assertEquals(Verdict.DIED, died.verdict());
        assertEquals("SIGSEGV", run().findings().get(3).signal());
        assertEquals(
                "never seen: a mmap, a bytes",
                run().clause("NEW-4").orElseThrow().why());
    }

    @Test
    void what_was_stale_was_replayed_and_is_stale() {
        assertEquals(
                List.of(
                        "PyObject_AsCharBuffer CHAR-3: an old one",
                        "PyObject_AsReadBuffer PyObject_AsReadBuffer:" + " CRASHED (SIGSEGV) in PyObject_AsReadBuffer"),
                run().stale().stream()
                        .map(entry -> entry.function() + " " + entry.words())
                        .toList());
    }

    @Test
    void deaths_that_no_clause_speaks_of_are_findings() {
        Finding death = run().coverage().deaths().get(0);
        assertEquals(Kind.DEATH, death.kind());
        assertEquals("SIGABRT", death.signal());
        assertEquals("PyObject_AsCharBuffer", death.function());
    }

    @Test
    void what_schema_1_does_not_allow_is_told_at_its_place_in_the_file() {
        String broken = text.replace("\"kind\": \"CRASHED\"", "\"kind\": \"DIED\"");
        assertEquals(
                "runs[0].crashes[0].kind: expected one of CRASHED, TIMED_OUT",
                assertThrows(ResultsException.class, () -> ResultsJson.read(broken))
                        .getMessage());
    }

    @Test
    void the_results_of_pypy_say_what_they_said() throws Exception {
        Run pypy = stored("pypy");
        assertTrue(pypy.conforms());
        assertEquals(
                List.of("CHAR-2", "READ-2", "WRITE-2"),
                pypy.clauses().stream()
                        .filter(clause -> clause.verdict() == Verdict.DIED)
                        .map(ClauseResult::id)
                        .toList());
        assertEquals(
                3,
                pypy.findings().stream()
                        .filter(finding -> finding.kind() == Kind.DEATH && finding.known())
                        .count());
    }

    @Test
    void the_results_of_cpython_have_22_known_deviations_of_few_causes() throws Exception {
        Run cpython = stored("cpython-bundled");
        assertEquals(22, cpython.findings().size());
        assertTrue(cpython.findings().stream().allMatch(Finding::known));
        assertTrue(cpython.findings().stream()
                        .map(finding -> finding.cause().id())
                        .collect(Collectors.toSet())
                        .size()
                <= 4);
    }

    private static Run run() {
        return results.runs().get(0);
    }

    private static Run stored(String name) throws IOException, ResultsException {
        return StoredResults.all().get(name).runs().get(0);
    }
}
