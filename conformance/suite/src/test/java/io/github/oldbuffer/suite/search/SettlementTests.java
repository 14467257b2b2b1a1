package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettlementTests {

    private static final String SYMPTOM = "the length is too small";
    private static final String WHY = "this bytearray counts wrongly";
    private static final Scenario SMALLEST = FindingOf.reading(new ByteArray(0, 0, false));
    private static final Scenario OF_ARRAY = FindingOf.reading(new Array('d', 5, 7));
    private static final Scenario OF_MMAP = FindingOf.reading(new Mmap(Mmap.Access.COPY, 4_096, 7));

    /** Every scenario with a read at its end shows the violation, whatever memory the object has. */
    private final FakeExaminer everywhere = new FakeExaminer(SettlementTests::shown);

    @Test
    void anEntryAboutSomeObjectsHidesNoOtherObject() {
        Settlement settlement = new Settlement(everywhere, known(Set.of("bytearray")));
        Settlement.Settled settled = settlement.of(
                List.of(violation(FindingOf.BYTEARRAY), violation(OF_ARRAY), violation(OF_MMAP)), List.of());

        assertEquals(List.of(), settled.lost());
        assertEquals(2, settled.findings().size(), "one that the entry covers, and one that it does not");
        Finding covered = one(settled, true);
        assertEquals("bytearray", covered.object());
        assertEquals(WHY, covered.filed().reason());
        assertFalse(one(settled, false).object().equals("bytearray"));
    }

    @Test
    void anEntryAboutAnyObjectCoversAll() {
        Settlement settlement = new Settlement(everywhere, known(Set.of()));
        Settlement.Settled settled =
                settlement.of(List.of(violation(FindingOf.BYTEARRAY), violation(OF_ARRAY)), List.of());

        assertEquals(1, settled.findings().size());
        assertTrue(settled.findings().get(0).known());
    }

    @Test
    void reductionNeverSlipsToAnObjectThatAnEntryCovers() {
        Finding free =
                one(new Settlement(everywhere, KnownDeviations.NONE).of(List.of(violation(OF_MMAP)), List.of()), false);
        assertEquals("bytes", free.object(), "nothing on file: a simpler object will do");

        KnownDeviations known = known(Set.of("bytes", "bytearray", "array"));
        Finding kept = one(new Settlement(everywhere, known).of(List.of(violation(OF_MMAP)), List.of()), false);
        assertEquals("mmap", kept.object());
        assertEquals(
                new Mmap(Mmap.Access.COPY, 1, 1),
                ((Step.Make) kept.shown().scenario().steps().get(0)).exporter());
    }

    @Test
    void reductionOfWhatAnEntryCoversStaysCovered() {
        Finding covered =
                one(new Settlement(everywhere, known(Set.of("mmap"))).of(List.of(violation(OF_MMAP)), List.of()), true);
        assertEquals("mmap", covered.object());
    }

    @Test
    void whatAnEntryCoversKeepsTheWitnessOnFile() {
        Finding onFile = FindingOf.filed(violation(OF_ARRAY), WHY);
        Settlement.Settled settled = new Settlement(everywhere, known(Set.of()))
                .of(List.of(violation(FindingOf.BYTEARRAY), violation(OF_MMAP)), List.of(onFile));

        assertEquals(List.of(onFile), settled.findings());
        assertEquals(0, everywhere.runs(), "nothing is left to reduce");
    }

    @Test
    void whatIsNotOnFileIsReducedAndSeenOnceMoreByItself() {
        Scenario large = with(OF_ARRAY, Step.Call.of(Function.READ, 0));
        Finding settled =
                one(new Settlement(everywhere, KnownDeviations.NONE).of(List.of(violation(large)), List.of()), false);

        assertEquals(2, settled.shown().scenario().steps().size());
        assertNull(settled.filed());
        assertEquals(List.of("restart", "run"), tail(everywhere.log(), 2));
    }

    @Test
    void whatDoesNotShowAgainByItselfIsLostAndNoFinding() {
        List<String> log = new ArrayList<>();
        FakeExaminer onlyAfterOthers =
                new FakeExaminer(scenario -> log.contains("restart") ? List.of() : shown(scenario), log);
        Finding seen = violation(OF_ARRAY);
        Settlement.Settled settled = new Settlement(onlyAfterOthers, KnownDeviations.NONE).of(List.of(seen), List.of());

        assertEquals(List.of(), settled.findings());
        assertEquals(List.of(seen), settled.lost());
        assertEquals(3, log.stream().filter("restart"::equals).count(), "in turn, then each by itself");
    }

    @Test
    void whereTheReducedWitnessDoesNotShowItByItselfTheOneThatWasSeenMay() {
        List<String> log = new ArrayList<>();
        FakeExaminer needsMore = new FakeExaminer(
                scenario -> log.contains("restart") && scenario.steps().size() < 3 ? List.of() : shown(scenario), log);
        Scenario seen = with(OF_ARRAY, Step.Call.of(Function.READ, 0));
        Settlement.Settled settled =
                new Settlement(needsMore, KnownDeviations.NONE).of(List.of(violation(seen)), List.of());

        assertEquals(List.of(), settled.lost());
        assertEquals(seen, one(settled, false).shown().scenario());
    }

    @Test
    void whereTheImplementationBreaksWhatWasSeenStaysAFinding() {
        FakeExaminer gone = new FakeExaminer(SettlementTests::shown, new ArrayList<>(), true);
        Finding seen = violation(OF_ARRAY);

        assertEquals(
                List.of(seen),
                new Settlement(gone, KnownDeviations.NONE)
                        .of(List.of(seen), List.of())
                        .findings());
    }

    @Test
    void theSmallestOfAnyObjectStandsForAKey() {
        FakeExaminer stubborn = new FakeExaminer(scenario -> List.of());
        Settlement.Settled settled = new Settlement(stubborn, known(Set.of()))
                .of(List.of(violation(OF_MMAP), violation(SMALLEST), violation(OF_ARRAY)), List.of());

        assertEquals(SMALLEST, one(settled, true).shown().scenario());
    }

    private static List<Finding> shown(Scenario scenario) {
        int last = scenario.steps().size() - 1;
        boolean read = last > 0
                && scenario.steps().get(last) instanceof Step.Call call
                && call.function() == Function.READ
                && !(scenario.steps().get(0) instanceof Step.Make make && make.exporter() instanceof NonBuffer);
        return read ? List.of(violation(scenario)) : List.of();
    }

    private static Finding violation(Scenario scenario) {
        return FindingOf.violation("READ-5", SYMPTOM, scenario);
    }

    private static Finding one(Settlement.Settled settled, boolean known) {
        List<Finding> found = settled.findings().stream()
                .filter(finding -> finding.known() == known)
                .toList();
        assertEquals(1, found.size(), settled::toString);
        return found.get(0);
    }

    private static KnownDeviations known(Set<String> objects) {
        return new KnownDeviations(List.of(new KnownDeviation(
                "fake",
                VersionRange.ALL,
                Optional.empty(),
                FindingOf.READ,
                Optional.of("READ-5"),
                List.of(SYMPTOM),
                objects,
                WHY,
                FindingOf.BYTEARRAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    }

    private static Scenario with(Scenario scenario, Step more) {
        List<Step> steps = new ArrayList<>(scenario.steps());
        steps.add(more);
        return new Scenario(steps);
    }

    private static List<String> tail(List<String> log, int length) {
        return log.subList(log.size() - length, log.size());
    }
}
