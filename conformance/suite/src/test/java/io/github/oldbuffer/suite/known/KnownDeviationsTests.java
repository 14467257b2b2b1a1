package io.github.oldbuffer.suite.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownDeviationsTests {

    private static final Scenario WITNESS =
            Scenario.of(new Step.Make(0, new Bytes(3, 1, false)), Step.Call.of(Function.READ, 0));

    private static final KnownDeviation FULL = new KnownDeviation(
            "cpython",
            VersionRange.parse(">=3.6 <3.13").orElseThrow(),
            Optional.of(Level.CONTRACT),
            "READ-3",
            "fails with BufferError",
            "the exporter's own exception passes through",
            WITNESS,
            Optional.of(LocalDate.of(2026, 11, 22)),
            Optional.of("issue 12345"),
            Optional.of(LocalDate.of(2027, 1, 31)));

    private static final KnownDeviation BARE = new KnownDeviation(
            "graalpy", VersionRange.ALL, "CHECK-3", "raises", "", WITNESS, Optional.empty(), Optional.empty());

    @Test
    void whatWasWrittenReadsBackEqual() throws KnownDeviationsException {
        KnownDeviation bare = new KnownDeviation(
                "graalpy", VersionRange.ALL, "CHECK-3", "raises", "so", WITNESS, Optional.empty(), Optional.empty());
        KnownDeviations known = new KnownDeviations(List.of(FULL, bare));

        assertEquals(known, KnownDeviationsJson.read(KnownDeviationsJson.write(known)));
        assertEquals(KnownDeviations.NONE, KnownDeviationsJson.read(KnownDeviationsJson.write(KnownDeviations.NONE)));
    }

    @Test
    void entriesApplyByIdAndVersion() {
        KnownDeviations known = new KnownDeviations(List.of(FULL, BARE));

        assertEquals(
                List.of(FULL),
                known.of(new Identity("cpython", "CPython", "3.12.1")).entries());
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
        Identity python = new Identity("cpython", "CPython", "3.12.1");
        KnownDeviations known = new KnownDeviations(List.of(FULL));

        assertEquals(known, known.of(python), "READ-3 is of level contract in this kit");
        assertEquals(known, known.of(python, clause -> "contract"));
        assertEquals(KnownDeviations.NONE, known.of(python, clause -> "implied"));
        assertTrue(BARE.appliesTo(new Identity("graalpy", "GraalPy", "25"), "header"), "no level means every level");
    }

    @Test
    void anEntryCountsUpToTheDayItExpires() {
        KnownDeviations known = new KnownDeviations(List.of(FULL, BARE));

        assertEquals(2, known.on(LocalDate.of(2027, 1, 31)).entries().size());
        assertEquals(List.of(BARE), known.on(LocalDate.of(2027, 2, 1)).entries());
    }

    @Test
    void everyBuiltInFileIsReadable() {
        for (String id :
                List.of("model", "cpython", "cpython:/opt/python", "graalpy", "pypy", "process:../x", "NONE")) {
            assertTrue(
                    KnownDeviations.builtIn(new Identity(id, id, "1")).entries().size() >= 0);
        }
    }

    @Test
    void faultsAreToldInOneSentence(@TempDir Path folder) throws IOException {
        String good = KnownDeviationsJson.write(new KnownDeviations(List.of(FULL)));

        refused("", "the document: expected an object");
        refused("[]", "the document: expected an object");
        refused(good.replace("oldbuffer-known", "x"), "the format is \"x\", expected \"oldbuffer-known\"");
        refused(good.replace("READ-3", "READ-33"), "deviations[0].clause: no clause is called READ-33");
        refused(
                good.replace(">=3.6", "3.6"),
                "deviations[0].versions: expected conditions such as \">=3.6 <3.13\", found \"3.6 <3.13\"");
        refused(
                good.replace("2027-01-31", "soon"),
                "deviations[0].expires: expected a day such as 2027-01-31, found \"soon\"");
        refused(
                good.replace("\"level\" : \"contract\"", "\"level\" : \"CONTRACT\""),
                "deviations[0].level: expected one of contract, header, implied, reference, found \"CONTRACT\"");
        refused(good.replace("\"symptom\"", "\"symptoms\""), "deviations[0]: the field symptom is missing");
        refused(
                good.replace("\"upstream\"", "\"downstream\""),
                "deviations[0]: there is no field called \"downstream\", expected one of implementation, versions,"
                        + " clause, level, symptom, reason, witness, since, upstream, expires");
        assertTrue(assertThrows(KnownDeviationsException.class, () -> KnownDeviationsJson.read("{"))
                .getMessage()
                .startsWith("line 1, column "));
        Path missing = folder.resolve("none.json");
        assertEquals(
                missing + ": there is no such file",
                assertThrows(KnownDeviationsException.class, () -> KnownDeviations.load(missing))
                        .getMessage());
        Path file = Files.writeString(folder.resolve("known.json"), "7");
        assertEquals(
                file + ": the document: expected an object",
                assertThrows(KnownDeviationsException.class, () -> KnownDeviations.load(file))
                        .getMessage());
    }

    @Test
    void aWitnessThatIsNoValidScenarioIsRefused() {
        KnownDeviation senseless = new KnownDeviation(
                "cpython",
                VersionRange.ALL,
                "READ-3",
                "fails",
                "so",
                Scenario.of(Step.Call.of(Function.READ, 0)),
                Optional.empty(),
                Optional.empty());

        refused(
                KnownDeviationsJson.write(new KnownDeviations(List.of(senseless))),
                "deviations[0].witness: the scenario is not valid: steps[0]: there is no object 0");
    }

    @Test
    void theSameEntryTwiceIsRefused() {
        refused(
                KnownDeviationsJson.write(new KnownDeviations(List.of(FULL, FULL))),
                "deviations[1]: the same deviation is on file already");
    }

    private static void refused(String text, String sentence) {
        assertEquals(
                sentence,
                assertThrows(KnownDeviationsException.class, () -> KnownDeviationsJson.read(text))
                        .getMessage());
    }
}
