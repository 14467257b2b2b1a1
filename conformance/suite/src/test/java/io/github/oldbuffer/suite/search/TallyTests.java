package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.suite.Distorted;
import io.github.oldbuffer.suite.generate.Themes;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final Scenario SMALL = FindingOf.reading(new ByteArray(1, 1, false));
    private static final Scenario LARGE = FindingOf.reading(new ByteArray(4_096, 1, false));

    @Test
    void partsAddUpToTheSameInAnyOrder() {
        List<Tally> parts = List.of(part("READ-1", 1), part("READ-5", 2), part("CHECK-2", 3), part("READ-5", 4));
        Tally.Snapshot sum = sum(parts, 0, 1, 2, 3);

        assertTrue(sum.findings().size() > 5, sum::toString);
        assertTrue(sum.skipped() > 0 && sum.clauses().get("CHECK-2").leftOut() > 0, sum::toString);
        assertEquals(400, sum.scenarios() + sum.skipped());
        assertEquals(sum, sum(parts, 3, 2, 1, 0));
        assertEquals(sum, sum(parts, 2, 0, 3, 1));
        Tally firstHalf = Tally.of(sum(parts, 0, 2));
        firstHalf.addAll(Tally.of(sum(parts, 1, 3)));
        assertEquals(sum, firstHalf.snapshot());
    }

    @Test
    void ofWitnessesOfOneSizeTheSameIsKeptWhicheverCameFirst() {
        Finding one = FindingOf.violation("READ-5", "is wrong", FindingOf.reading(new Array('b', 1, 1)));
        Finding other = FindingOf.violation("READ-5", "is wrong", FindingOf.reading(new Array('B', 1, 1)));
        Finding another = one.withShown(new Finding.Shown(
                "READ-5",
                one.shown().scenario(),
                one.shown().step(),
                one.shown().transcript(),
                null));

        assertEquals(kept(one, other, another), kept(another, other, one));
        assertEquals(kept(one, other, another), kept(other, one, another));
        assertEquals(1, kept(one, other, another).size());
    }

    @Test
    void aSnapshotReadsBackEqual() {
        Tally tally = part("CHECK-2", 1);
        tally.compared();
        tally.unsupported();
        tally.missing("CHECK-2", "any strided memory");
        tally.exercised("READ-1", 7);

        assertEquals(tally.snapshot(), Tally.of(tally.snapshot()).snapshot());
        assertEquals(
                List.of("any strided memory"),
                tally.snapshot().clauses().get("CHECK-2").missing());
        assertEquals(7, Tally.of(tally.snapshot()).exercisedTimes("READ-1"));
        assertEquals(new Tally().snapshot(), Tally.of(new Tally().snapshot()).snapshot());
    }

    @Test
    void theSmallestWitnessIsKeptAndALargerOneIsNotWanted() {
        Tally tally = new Tally();
        Finding large = FindingOf.violation("READ-5", "is wrong", LARGE);
        Finding small = FindingOf.violation("READ-5", "is wrong", SMALL);
        assertTrue(tally.wants(large.key(), "bytearray", false, LARGE));
        tally.add(large);
        assertTrue(tally.wants(small.key(), "bytearray", false, SMALL));
        tally.add(small);
        assertFalse(tally.wants(large.key(), "bytearray", false, LARGE));
        tally.add(large);

        assertEquals(List.of(small), tally.findings());
    }

    @Test
    void findingsAreToldApartByObjectAndByWhetherTheyAreKnown() {
        Finding one = FindingOf.violation("READ-5", "is wrong", SMALL);
        Finding ofArray = FindingOf.violation("READ-5", "is wrong", FindingOf.reading(new Array('d', 5, 1)));
        Finding shared = FindingOf.filed(one, "CPython does the same");

        assertEquals(3, kept(one, ofArray, shared).size());
        Tally tally = new Tally();
        tally.add(one);
        assertTrue(tally.wants(ofArray.key(), "array", false, ofArray.shown().scenario()));
        assertTrue(tally.wants(one.key(), "bytearray", true, LARGE));
    }

    @Test
    void byKeyTheSmallestWitnessOfAnyObjectIsLeft() {
        Tally tally = new Tally();
        Finding small = FindingOf.death("CRASHED (SIGSEGV)", SMALL);
        tally.add(FindingOf.death("CRASHED (SIGSEGV)", FindingOf.reading(new Array('d', 5, 1))));
        tally.add(small);
        tally.add(FindingOf.death("CRASHED (SIGABRT)", LARGE));

        assertEquals(3, tally.findings().size());
        assertEquals(
                List.of("CRASHED (SIGABRT)", "CRASHED (SIGSEGV)"),
                tally.findingsByKey().stream().map(Finding::symptom).toList());
        assertEquals(small, tally.findingsByKey().get(1));
    }

    private static List<Finding> kept(Finding... findings) {
        Tally tally = new Tally();
        for (Finding finding : findings) {
            tally.add(finding);
        }
        return tally.findings();
    }

    /** What an implementation that is wrong in several ways, and that dies of some objects, shows in a search. */
    private static Tally part(String clause, long seed) {
        Distorted wrong = Distorted.calls((call, called) -> Distorted.withCode(
                called.length() == null ? called : Distorted.withLength(called, called.length() + 1),
                called.code() == 0 ? 1 : called.code()));
        Distorted deadly =
                Distorted.by((scenario, transcript) -> scenario.toString().contains("NonBuffer")
                        ? Distorted.dying(Death.CRASHED, "SIGSEGV", (same, step) -> step == 1)
                                .run(List.of(scenario))
                                .get(0)
                        : wrong.run(List.of(scenario)).get(0));
        Tally tally = new Tally();
        new Search(Judged.byEveryClause(deadly), 16, new DeathBudget(3), Search.Watcher.NONE)
                .run(ClauseSource.of(Themes.of(clause), seed, 100, Capabilities.EVERYTHING), tally);
        return tally;
    }

    private static Tally.Snapshot sum(List<Tally> parts, int... order) {
        Tally sum = new Tally();
        for (int number : order) {
            sum.addAll(parts.get(number));
        }
        return sum.snapshot();
    }
}
