package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplaysTests {

    private static final String SMALL = "the length is too small";
    private static final String LARGE = "the length is too large";
    private static final String CRASH = "CRASHED (SIGSEGV) in " + FindingOf.READ;
    private static final Scenario WITNESS = FindingOf.BYTEARRAY;

    @Test
    void anEntryWhoseWitnessShowsItIsAFindingWithThatWitness() {
        KnownDeviation entry = entry(List.of(SMALL), Set.of());
        Replays replays = replay(showing(SMALL), entry);

        assertEquals(
                List.of(FindingOf.violation("READ-5", SMALL, WITNESS).withFiled(entry.filed())), replays.findings());
        assertEquals(
                List.of(new Replayed(FindingOf.READ, "READ-5", List.of(SMALL), Replays.digest(WITNESS), false)),
                replays.replayed());
        assertEquals(List.of(), replays.stale());
        assertEquals(known(entry), replays.excusing(known(entry)));
    }

    @Test
    void anyOfTheSymptomsWillDo() {
        Replays replays = replay(showing(LARGE), entry(List.of(SMALL, LARGE), Set.of()));

        assertEquals(List.of(), replays.stale());
        assertEquals(LARGE, replays.findings().get(0).symptom());
    }

    @Test
    void anEntryWhoseWitnessShowsItNoMoreIsStaleAndExcusesNothing() {
        KnownDeviation mended = entry(List.of(SMALL), Set.of());
        KnownDeviation other = entry(List.of(LARGE), Set.of());
        Replays replays = replay(showing(LARGE), mended, other);

        assertEquals(List.of(mended), replays.stale());
        assertEquals(
                List.of(true, false),
                replays.replayed().stream().map(Replayed::stale).toList());
        assertEquals(1, replays.findings().size());
        assertEquals(known(other), replays.excusing(known(mended, other)));
    }

    @Test
    void anEntryAboutOtherObjectsThanItsWitnessHasIsStale() {
        assertEquals(
                1,
                replay(showing(SMALL), entry(List.of(SMALL), Set.of("array")))
                        .stale()
                        .size());
    }

    @Test
    void aDeathThatIsNotTheOneOnFileIsAFindingOfItsOwn() {
        FakeExaminer dying = new FakeExaminer(scenario -> List.of(FindingOf.death(CRASH, scenario)));
        Replays replays = replay(dying, entry(List.of(SMALL), Set.of()));

        assertEquals(List.of(FindingOf.death(CRASH, WITNESS)), replays.findings());
        assertEquals(1, replays.stale().size());

        KnownDeviation death = new KnownDeviation(
                "fake",
                VersionRange.ALL,
                Optional.empty(),
                FindingOf.READ,
                Optional.empty(),
                List.of(CRASH),
                Set.of(),
                "so it is",
                WITNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Replays onFile = replay(dying, entry(List.of(SMALL), Set.of()), death);
        assertEquals(1, onFile.stale().size());
        assertEquals(
                List.of(FindingOf.death(CRASH, WITNESS).withFiled(death.filed())),
                onFile.findings(),
                "another entry has it on file");
    }

    @Test
    void whereTheImplementationBreaksNothingIsSaid() {
        FakeExaminer gone = new FakeExaminer(scenario -> List.of(), new ArrayList<>(), true);

        assertThrows(BrokenImplementationException.class, () -> replay(gone, entry(List.of(SMALL), Set.of())));
    }

    @Test
    void theDigestTellsWitnessesApart() {
        String digest = Replays.digest(WITNESS);
        assertTrue(digest.matches("[0-9a-f]{16}"), digest);
        assertEquals(digest, Replays.digest(new Scenario(WITNESS.steps())));
        assertTrue(!digest.equals(Replays.digest(FindingOf.reading(new Array('d', 5, 1)))));
    }

    private static FakeExaminer showing(String symptom) {
        return new FakeExaminer(scenario -> List.<Finding>of(FindingOf.violation("READ-5", symptom, scenario)));
    }

    private static Replays replay(Examiner examiner, KnownDeviation... entries) {
        return Replays.of(examiner, known(entries));
    }

    private static KnownDeviations known(KnownDeviation... entries) {
        return new KnownDeviations(List.of(entries));
    }

    private static KnownDeviation entry(List<String> symptoms, Set<String> objects) {
        return new KnownDeviation(
                "fake",
                VersionRange.ALL,
                Optional.empty(),
                FindingOf.READ,
                Optional.of("READ-5"),
                symptoms,
                objects,
                "so it is",
                WITNESS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
