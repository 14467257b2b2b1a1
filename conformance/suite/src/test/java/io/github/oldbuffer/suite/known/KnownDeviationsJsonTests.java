package io.github.oldbuffer.suite.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownDeviationsJsonTests {

    private static final Scenario WITNESS =
            Scenario.of(new Step.Make(0, new Bytes(3, 1, false)), Step.Call.of(Function.READ, 0));

    private static final KnownDeviation FULL = new KnownDeviation(
            "cpython",
            VersionRange.parse(">=3.6 <3.13").orElseThrow(),
            Optional.of(Level.CONTRACT),
            "PyObject_AsReadBuffer",
            Optional.of("READ-3"),
            List.of("failed with BufferError, not TypeError", "failed with KeyError, not TypeError"),
            Set.of("memoryview", "bytes"),
            "the exporter's own exception passes through",
            WITNESS,
            Optional.of(LocalDate.of(2026, 11, 22)),
            Optional.of("issue 12345"),
            Optional.of(LocalDate.of(2027, 1, 31)));

    /** A death, of any version, level and object. */
    private static final KnownDeviation BARE = new KnownDeviation(
            "graalpy",
            VersionRange.ALL,
            Optional.empty(),
            "PyObject_CheckReadBuffer",
            Optional.empty(),
            List.of("CRASHED (SIGSEGV) in PyObject_CheckReadBuffer"),
            Set.of(),
            "",
            WITNESS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** As files of version 1 are: CLAUSE and SYMPTOM stand in for those of an entry. */
    private static final String FIRST_VERSION = """
            { "format": "oldbuffer-known", "version": 1, "deviations": [ {
              "implementation": "pypy", "versions": "<7.4", "clause": "CLAUSE", "symptom": "SYMPTOM",
              "reason": "it has its reasons", "since": "2026-11-22",
              "witness": { "format": "oldbuffer-scenario", "version": 1, "steps": [
                {"do": "make", "object": 0, "exporter": {"kind": "bytes", "length": 3, "seed": 1}},
                {"do": "call", "function": "READ", "object": 0} ] } } ] }
            """;

    @Test
    void whatWasWrittenReadsBackEqual() throws KnownDeviationsException {
        KnownDeviations known = new KnownDeviations(List.of(FULL, BARE));

        assertEquals(known, KnownDeviationsJson.read(KnownDeviationsJson.write(known)));
        assertEquals(KnownDeviations.NONE, KnownDeviationsJson.read(KnownDeviationsJson.write(KnownDeviations.NONE)));
    }

    @Test
    void whatSaysNothingIsNotWritten() {
        String text = KnownDeviationsJson.write(new KnownDeviations(List.of(BARE)));

        assertTrue(text.contains("\"version\" : 2"), text);
        for (String field : List.of("level", "clause", "objects", "since", "upstream", "expires")) {
            assertFalse(text.contains("\"" + field + "\""), field);
        }
        assertTrue(text.endsWith("}\n"), text);
    }

    /** Of a violation the function is the one that its clause is about, or that the step calls which shows it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            READ-3 | PyObject_AsReadBuffer
            CHAR-5 | PyObject_AsCharBuffer
            ALL-1  | PyObject_CheckReadBuffer
            ALL-2  | PyObject_AsWriteBuffer
            ALL-3  | PyObject_AsReadBuffer
            NEW-4  | PyObject_AsWriteBuffer
            NEW-5  | PyObject_GetBuffer
            """)
    void anEntryOfTheFirstVersionAboutAClauseIsAboutItsFunctionAndAnyObject(String clause, String function)
            throws KnownDeviationsException {
        assertEquals(
                new KnownDeviation(
                        "pypy",
                        VersionRange.parse("<7.4").orElseThrow(),
                        Optional.empty(),
                        function,
                        Optional.of(clause),
                        List.of("is wrong"),
                        Set.of(),
                        "it has its reasons",
                        WITNESS,
                        Optional.of(LocalDate.of(2026, 11, 22)),
                        Optional.empty(),
                        Optional.empty()),
                firstVersion(clause, "is wrong"));
    }

    /** Whichever clause's property had met it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHECK-2 | CRASHED (SIGSEGV) in PyObject_CheckReadBuffer                           | PyObject_CheckReadBuffer
            READ-4  | CRASHED (SIGSEGV) in a read through the pointer of PyObject_AsReadBuffer | PyObject_AsReadBuffer
            WRITE-2 | TIMED_OUT (10 s) in PyObject_AsCharBuffer (an exception pending)        | PyObject_AsCharBuffer
            CHAR-1  | CRASHED (exit status 1) in PyArg_ParseTuple with y*                     | PyArg_ParseTuple
            CHAR-1  | CRASHED (SIGABRT) in the cleanup after the last step                    | PyObject_AsReadBuffer
            """)
    void anEntryOfTheFirstVersionAboutADeathMatchesByFunctionAndHasNoClause(
            String clause, String symptom, String function) throws KnownDeviationsException {
        KnownDeviation entry = firstVersion(clause, symptom);

        assertEquals(Optional.empty(), entry.clause());
        assertEquals(function, entry.function());
        assertEquals(List.of(symptom), entry.symptoms());
    }

    /** As in version 2: a run says so, and does not pass. */
    @Test
    void anEntryOfTheFirstVersionMayBeWithoutAReason() throws KnownDeviationsException {
        String good = FIRST_VERSION.replace("CLAUSE", "READ-3").replace("SYMPTOM", "is wrong");

        KnownDeviation entry = KnownDeviationsJson.read(good.replace("it has its reasons", " "))
                .entries()
                .get(0);

        assertFalse(entry.countsOn(LocalDate.of(2026, 11, 22)));
    }

    @Test
    void faultsOfTheFirstVersionAreToldInOneSentence() {
        String good = FIRST_VERSION.replace("CLAUSE", "READ-3").replace("SYMPTOM", "is wrong");

        refused(good.replace("\"reason\": \"it has its reasons\",", ""), "deviations[0].reason: the field is missing");
        refused(
                good.replace("\"symptom\"", "\"symptoms\"").replace("\"is wrong\"", "[\"is wrong\"]"),
                "deviations[0].symptom: the field is missing");
        refused(
                good.replace("\"implementation\"", "\"objects\": [\"bytes\"], \"implementation\""),
                "deviations[0].objects: the version of the file has no such field");
        refused(good.replace("\"clause\": \"READ-3\",", ""), "deviations[0].clause: the field is missing");
        for (String clause : List.of("READ-3", "ALL-3")) {
            refused(
                    good.replace("READ-3", clause).replace("\"object\": 0}", "\"object\": 1}"),
                    "deviations[0].witness: the scenario is not valid: steps[1]: there is no object 1");
            String without = good.replace("READ-3", clause);
            refused(
                    without.substring(0, without.indexOf(", \"since\"")) + " } ] }",
                    "deviations[0].witness: the field is missing");
        }
    }

    @Test
    void faultsAreToldInOneSentence(@TempDir Path folder) throws IOException {
        String good = KnownDeviationsJson.write(new KnownDeviations(List.of(FULL)));

        refused("null", "expected an object, found null");
        refused(good.replace("oldbuffer-known", "x"), "the format is \"x\", expected \"oldbuffer-known\"");
        refused(good.replace("\"version\" : 2", "\"version\" : 3"), "the version is 3, expected 1 or 2");
        refused("{\"format\": \"oldbuffer-known\", \"version\": 2}", "deviations: expected a list");
        refused(
                "{\"format\": \"oldbuffer-known\", \"version\": 2, \"deviations\": [null]}",
                "deviations[0]: expected an object, found null");
        refused(good.replace("READ-3", "READ-33"), "deviations[0].clause: no clause is called READ-33");
        refused(
                good.replace(">=3.6", "3.6"),
                "deviations[0].versions: expected conditions such as \">=3.6 <3.13\", found \"3.6 <3.13\"");
        refused(
                good.replace("2027-01-31", "soon"),
                "deviations[0].expires: expected a day such as 2027-01-31, found \"soon\"");
        refused(
                good.replace("\"level\" : \"contract\"", "\"level\" : \"CONTRACT\""),
                "deviations[0].level: expected one of contract, header, implied, protocol, reference, found \"CONTRACT\"");
        refused(
                good.replaceFirst("\"symptoms\" : \\[[^]]*\\]", "\"symptoms\" : [ ]"),
                "deviations[0].symptoms: expected a list of texts, at least one");
        refused(
                good.replaceFirst("\"symptoms\" : \\[[^]]*\\]", "\"symptoms\" : [ null ]"),
                "deviations[0].symptoms: expected a list of texts, at least one");
        refused(
                good.replaceFirst("\"symptoms\" : \\[[^]]*\\]", "\"symptom\" : \"is wrong\""),
                "deviations[0].symptom: the version of the file has no such field");
        refused(
                good.replaceFirst("\"objects\" : \\[[^]]*\\]", "\"objects\" : [ null ]"),
                "deviations[0].objects: expected a list of kinds of object");
        refused(
                good.replace("\"function\" : \"PyObject_AsReadBuffer\",", ""),
                "deviations[0].function: the field is missing");
        String unknown = assertThrows(
                        KnownDeviationsException.class,
                        () -> KnownDeviationsJson.read(good.replace("\"upstream\"", "\"downstream\"")))
                .getMessage();
        assertTrue(unknown.startsWith("deviations[0].downstream: there is no such field, expected one of "), unknown);
        for (String field : List.of("upstream", "symptoms", "objects", "function", "witness")) {
            assertTrue(unknown.matches(".*\\b" + field + "\\b.*"), unknown);
        }
        for (String wrong : List.of("", "[]", "7", "{", good + good, good.replace("\"reason\"", "\"function\""))) {
            String sentence = assertThrows(KnownDeviationsException.class, () -> KnownDeviationsJson.read(wrong))
                    .getMessage();
            assertFalse(sentence.isBlank() || sentence.contains("\n") || sentence.contains("java"), sentence);
        }
        assertTrue(assertThrows(KnownDeviationsException.class, () -> KnownDeviationsJson.read("{"))
                .getMessage()
                .startsWith("line 1, column "));
        Path missing = folder.resolve("none.json");
        assertEquals(
                missing + ": there is no such file",
                assertThrows(KnownDeviationsException.class, () -> KnownDeviations.load(missing))
                        .getMessage());
        Path file = Files.writeString(folder.resolve("known.json"), "null");
        assertEquals(
                file + ": expected an object, found null",
                assertThrows(KnownDeviationsException.class, () -> KnownDeviations.load(file))
                        .getMessage());
    }

    @Test
    void aWitnessThatIsNoValidScenarioIsRefused() {
        String good = KnownDeviationsJson.write(new KnownDeviations(List.of(BARE)));

        refused(
                good.replaceFirst("\"object\" : 0,", "\"object\" : 1,"),
                "deviations[0].witness: the scenario is not valid: steps[1]: there is no object 0");
    }

    @Test
    void theSameEntryTwiceIsRefused() {
        refused(
                KnownDeviationsJson.write(new KnownDeviations(List.of(FULL, FULL))),
                "deviations[1]: the same deviation is on file already");
    }

    private static KnownDeviation firstVersion(String clause, String symptom) throws KnownDeviationsException {
        KnownDeviations read =
                KnownDeviationsJson.read(FIRST_VERSION.replace("CLAUSE", clause).replace("SYMPTOM", symptom));
        assertEquals(1, read.entries().size());
        return read.entries().get(0);
    }

    private static void refused(String text, String sentence) {
        assertEquals(
                sentence,
                assertThrows(KnownDeviationsException.class, () -> KnownDeviationsJson.read(text))
                        .getMessage());
    }
}
