package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.oldbuffer.process.Executables;
import io.github.oldbuffer.spec.implementation.Providers;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./conform object}: right objects, and whatever else an expression may do. */
class ObjectCommandTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytearray(b'abc')",
                "memoryview(bytes(12)).cast('B', [3, 4])",
                "memoryview(bytes(12))[::2]",
                "__import__('pickle').PickleBuffer(b'abc')",
                "__import__('array').array('h', range(99))",
                "7",
                "__import__('io').BytesIO(b'abc').getbuffer()"
            })
    void rightObjectsConform(String expression) throws Exception {
        Ran ran = object(expression);
        assertEquals(0, ran.status(), ran::err);
        JsonNode run = results().at("/runs/0");
        assertTrue(run.get("conforms").asBoolean());
        for (JsonNode clause : run.get("clauses")) {
            assertTrue(
                    List.of("HOLDS", "VIOLATED", "NOT_APPLICABLE")
                            .contains(clause.get("verdict").asText()),
                    clause::toString);
            assertEquals(
                    clause.get("verdict").asText().equals("NOT_APPLICABLE"),
                    clause.hasNonNull("why"),
                    clause::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1/0                                 | 2  | cpython: the object cannot be made, the expression raises ZeroDivisionError: division by zero
        exit(3)                             | 2  | cpython: the object cannot be made, the expression raises SystemExit: 3
        __import__('os')._exit(3)           | 2  | cpython: the object cannot be made, for the process died (exit status 3)
        __import__('os').abort()            | 2  | cpython: the object cannot be made, for the process died (SIGABRT)
        (                                   | 64 | this is no Python: SyntaxError: '(' was never closed (<expression>, line 1)
        x = 1                               | 64 | this is no Python: SyntaxError: invalid syntax
        '  '                                | 64 | the expression is empty
        """)
    void whatGivesNoObjectIsToldInOneSentence(String expression, int status, String sentence) {
        Ran ran = object(expression);
        assertEquals(status, ran.status());
        assertTrue(ran.err().startsWith(sentence), ran::err);
        assertEquals(1, ran.err().lines().count(), ran::err);
        assertFalse(Files.exists(folder.resolve("out/results.json")));
    }

    @Test
    void whatAnExpressionPrintsOrReadsDisturbsNobody() {
        Ran ran = object("[print('done'), sys.stdout.flush(), sys.stdin.read()] and b'abc'", "--setup", "import sys");
        assertEquals(0, ran.status(), ran::err);
    }

    @Test
    void aSetupThatIsNoPythonIsWrongUsage() {
        Ran ran = object("1", "--setup", "import");
        assertEquals(64, ran.status());
        assertTrue(ran.err().startsWith("this is no Python: SyntaxError"), ran::err);
    }

    @Test
    void anExporterIsJudgedByClausesOfItsOwnAndReplayed() throws Exception {
        Path out = folder.resolve("out");
        Ran right = run("object", "--exporter", "bytearray(8)", "-i", python(), "--out", out.toString());
        assertEquals(0, right.status(), right.err());
        assertEquals("EXP-1", results().at("/runs/0/clauses/0/id").asText());
        assertEquals(7, results().at("/runs/0/clauses").size());
        // a view whose owner grows meanwhile, on any Python: its memory is that of ctypes, which nothing pins
        String grows = "type('G', (ctypes.c_ubyte * 8,), {'append': lambda s, x: ctypes.resize(s, 16)})()";
        Ran ran =
                run("object", "--exporter", grows, "-i", python(), "--setup", "import ctypes", "--out", out.toString());
        assertEquals(1, ran.status(), ran.err());
        JsonNode finding = results().at("/runs/0/findings/0");
        assertEquals("EXP-7", finding.get("clause").asText());
        Path place = out.resolve(finding.get("witness").asText()).getParent();
        Ran again = run("replay", place.toString());
        assertEquals(1, again.status(), again.err());
        assertTrue(again.out().contains(": still there: EXP-7 "), again.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1/0     | 2  | the object cannot be made: ZeroDivisionError
        1 +     | 64 | the object cannot be made: SyntaxError
        """)
    void whatGivesNoExporterIsToldInOneSentence(String expression, int status, String sentence) {
        Ran ran = run(
                "object",
                "--exporter",
                expression,
                "-i",
                python(),
                "--out",
                folder.resolve("out").toString());
        assertEquals(status, ran.status());
        assertTrue(ran.err().startsWith(sentence), ran::err);
        assertEquals(1, ran.err().lines().count(), ran::err);
    }

    @Test
    void anInterpreterThatIsNoneIsTold() {
        Ran ran = run("object", "--exporter", "b''", "-i", "model");
        assertEquals(64, ran.status());
        assertEquals(
                "model is no interpreter that an object could be made in for --exporter: cpython:PATH or pypy:PATH is",
                ran.err().strip());
        Ran none = run(
                "object", "--exporter", "b''", "--out", folder.resolve("out").toString());
        assertEquals(2, none.status());
        assertTrue(none.err().strip().endsWith("name one with -i cpython:PATH."), none.err());
    }

    /** The first of those named for tests, else the one on the path. */
    private static String python() {
        String named = System.getenv().getOrDefault("OLDBUFFER_PYTHONS", "");
        return "cpython:"
                + (named.isEmpty()
                        ? Executables.find("python3", System.getenv()).orElseThrow()
                        : named.split(File.pathSeparator)[0]);
    }

    @Test
    void theModelHasNoPython() {
        Ran ran = run(
                "object", "b''", "-i", "model", "--out", folder.resolve("out").toString());
        assertEquals(2, ran.status());
        assertEquals("model: does not have Python expressions", ran.err().strip());
    }

    @Test
    void theResultsTellHowTheyAreHadAgain() throws Exception {
        object("x[::2]", "--setup", "x = memoryview(bytes(9))", "--known", "none");
        JsonNode results = results();
        assertEquals(
                "[\"object\",\"x[::2]\",\"-i\",\"cpython\",\"--setup\",\"x = memoryview(bytes(9))\",\"--known\",\"none\"]",
                results.at("/command/words").toString());
        JsonNode finding = results.at("/runs/0/findings/0");
        assertEquals("python", finding.get("object").asText());
        assertEquals("CHAR-3", finding.get("clause").asText());
        Path witness = folder.resolve("out").resolve(finding.get("witness").asText());
        JsonNode exporter = new ObjectMapper().readTree(witness.toFile()).at("/steps/0/exporter");
        assertEquals(
                "{\"kind\":\"python\",\"expression\":\"x[::2]\",\"setup\":\"x = memoryview(bytes(9))\"}",
                exporter.toString());
        assertEquals(1, run("replay", witness.getParent().toString()).status());
    }

    private Ran object(String expression, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "object",
                expression,
                "-i",
                "cpython",
                "--out",
                folder.resolve("out").toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private JsonNode results() throws Exception {
        return new ObjectMapper().readTree(folder.resolve("out/results.json").toFile());
    }

    /** With the implementations that users have. */
    private static Ran run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Conform.execute(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, Map.of()),
                new Implementations(Providers.all()),
                words);
        return new Ran(status, out.toString(), err.toString());
    }
}
