package io.github.oldbuffer.suite.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which implementations, days and findings an entry on file counts for. */
class KnownDeviationTests {

    private static final String READ = "PyObject_AsReadBuffer";
    private static final String BUFFER_ERROR = "failed with BufferError, not TypeError";
    private static final String KEY_ERROR = "failed with KeyError, not TypeError";
    private static final String CRASH = "CRASHED (SIGSEGV) in " + READ;
    private static final Identity PYTHON = new Identity("cpython", "CPython", "3.12.1");

    private static final KnownDeviation FULL = entry(
            "cpython",
            ">=3.6 <3.13",
            Optional.of(Level.CONTRACT),
            Optional.of("READ-3"),
            List.of(BUFFER_ERROR, KEY_ERROR),
            Set.of(),
            Optional.of(LocalDate.of(2027, 1, 31)));

    private static final KnownDeviation BARE =
            entry("graalpy", "", Optional.empty(), Optional.empty(), List.of(CRASH), Set.of(), Optional.empty());

    @Test
    void entriesApplyByIdAndVersion() {
        KnownDeviations known = new KnownDeviations(List.of(FULL, BARE));

        assertEquals(List.of(FULL), known.of(PYTHON).entries());
        assertEquals(
                List.of(FULL),
                known.of(new Identity("cpython:/opt/python", "CPython", "3.6.15"))
                        .entries());
        assertTrue(
                known.of(new Identity("cpython", "CPython", "3.14.3")).entries().isEmpty());
        assertTrue(
                known.of(new Identity("cpythonic", "Other", "3.12.1")).entries().isEmpty());
    }

    @Test
    void anEntryCountsOnlyAtItsLevel() {
        KnownDeviations known = new KnownDeviations(List.of(FULL));

        assertEquals(known, known.of(PYTHON), "READ-3 is of level contract in this kit");
        assertEquals(known, known.of(PYTHON, clause -> "contract"));
        assertEquals(KnownDeviations.NONE, known.of(PYTHON, clause -> "implied"));
        assertTrue(BARE.appliesTo(new Identity("graalpy", "GraalPy", "25"), "header"), "no level means every level");
    }

    @Test
    void anEntryCountsUpToTheDayItExpires() {
        KnownDeviations known = new KnownDeviations(List.of(FULL, BARE));

        assertEquals(2, known.on(LocalDate.of(2027, 1, 31)).entries().size());
        assertEquals(List.of(BARE), known.on(LocalDate.of(2027, 2, 1)).entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "cpython", "cpython:/opt/python", "graalpy", "pypy", "process:../x", "NONE"})
    void everyBuiltInFileIsReadable(String id) {
        Identity identity = new Identity(id, id, "1");
        boolean onFile = Set.of("cpython", "graalpy", "pypy").contains(id.split(":")[0]);
        assertEquals(onFile, !KnownDeviations.builtIn(identity).entries().isEmpty());
        assertEquals(
                onFile, !KnownDeviations.beyondTheContract(identity).entries().isEmpty());
    }

    @Test
    void anEntryCoversEachOfItsSymptomsOfItsClauseAndFunction() {
        assertTrue(FULL.covers(violation(READ, "READ-3", BUFFER_ERROR, "bytes")));
        assertTrue(FULL.covers(violation(READ, "READ-3", KEY_ERROR, "array")));
        assertFalse(FULL.covers(violation(READ, "READ-3", "failed with OSError, not TypeError", "bytes")));
        assertFalse(FULL.covers(violation(READ, "READ-2", BUFFER_ERROR, "bytes")));
        assertFalse(FULL.covers(violation("PyObject_AsCharBuffer", "READ-3", BUFFER_ERROR, "bytes")));
        assertFalse(FULL.covers(finding(Kind.DIFFERENCE, READ, null, BUFFER_ERROR, "bytes")));
    }

    /** PyPy's entry about NEW-5 tells of bytearray, and hid array and mmap; GraalPy's, about memoryview, hid mmap. */
    @Test
    void anEntryAboutSomeKindsOfObjectHidesNoOther() {
        String symptom = "a held Py_buffer did not pin the object";
        KnownDeviation aboutBytearray = new KnownDeviation(
                "pypy",
                VersionRange.ALL,
                Optional.empty(),
                "PyObject_GetBuffer",
                Optional.of("NEW-5"),
                List.of(symptom),
                Set.of("bytearray", "bytesio"),
                "PyPy's bytearray does not count its exports",
                FULL.witness(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertTrue(aboutBytearray.covers(violation("PyObject_GetBuffer", "NEW-5", symptom, "bytearray")));
        assertTrue(aboutBytearray.covers(violation("PyObject_GetBuffer", "NEW-5", symptom, "bytesio")));
        assertFalse(aboutBytearray.covers(violation("PyObject_GetBuffer", "NEW-5", symptom, "array")));
        assertFalse(aboutBytearray.covers(violation("PyObject_GetBuffer", "NEW-5", symptom, "mmap")));
    }

    @Test
    void anEntryAboutADeathCoversEveryCallOfTheFunctionUnlessItNamesTheCircumstances() {
        KnownDeviation pending = entry(
                "graalpy",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(CRASH + " (an exception pending)"),
                Set.of(),
                Optional.empty());

        assertTrue(BARE.covers(death(CRASH)));
        assertTrue(BARE.covers(death(CRASH + " (object NULL)")));
        assertFalse(BARE.covers(death("CRASHED (SIGABRT) in " + READ)));
        assertFalse(BARE.covers(death(CRASH + "2")));
        assertTrue(pending.covers(death(CRASH + " (an exception pending)")));
        assertFalse(pending.covers(death(CRASH)));
        assertFalse(BARE.covers(violation(READ, "READ-3", CRASH, "bytes")), "a death has no clause");
    }

    @Test
    void anEntryWithoutTheSentenceOfAnAssertionCoversEachAndOneWithItCoversThisAlone() {
        String sentence = "CRASHED (SIGABRT: f: Assertion `g(a) in b' failed) in " + READ;
        KnownDeviation any = abort("CRASHED (SIGABRT) in " + READ);
        KnownDeviation one = abort(sentence);

        assertTrue(any.covers(death(sentence)));
        assertTrue(any.covers(death(sentence + " (an exception pending)")));
        assertTrue(one.covers(death(sentence)));
        assertFalse(one.covers(death("CRASHED (SIGABRT) in " + READ)));
        assertFalse(any.covers(death(sentence.replace(READ, "PyObject_AsWriteBuffer"))));
    }

    private static KnownDeviation abort(String symptom) {
        return entry("cpython", "", Optional.empty(), Optional.empty(), List.of(symptom), Set.of(), Optional.empty());
    }

    @Test
    void anEntryKnowsWhatItIsAbout() {
        assertEquals(Kind.VIOLATION, FULL.kind());
        assertEquals(Kind.DEATH, BARE.kind());
        assertEquals(
                Kind.DIFFERENCE,
                entry(
                                "port",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(READ + ": the result: 0, the other: -1"),
                                Set.of(),
                                Optional.empty())
                        .kind());
    }

    private static KnownDeviation entry(
            String implementation,
            String versions,
            Optional<Level> level,
            Optional<String> clause,
            List<String> symptoms,
            Set<String> objects,
            Optional<LocalDate> expires) {
        return new KnownDeviation(
                implementation,
                VersionRange.parse(versions).orElseThrow(),
                level,
                READ,
                clause,
                symptoms,
                objects,
                "so",
                Scenario.of(new Step.Make(0, new Bytes(3, 1, false)), Step.Call.of(Function.READ, 0)),
                Optional.empty(),
                Optional.empty(),
                expires);
    }

    private static Finding violation(String function, String clause, String symptom, String object) {
        return finding(Kind.VIOLATION, function, clause, symptom, object);
    }

    private static Finding death(String symptom) {
        return finding(Kind.DEATH, READ, null, symptom, "bytes");
    }

    private static Finding finding(Kind kind, String function, String clause, String symptom, String object) {
        return new Finding(null, kind, function, clause, symptom, null, object, "", null, null, null, null, null, null);
    }
}
