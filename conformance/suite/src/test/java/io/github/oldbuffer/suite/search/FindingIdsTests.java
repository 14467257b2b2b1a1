package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.suite.Distorted;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteRunner;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingIdsTests {

    private static final String SYMPTOM = "the length is too small";

    @Test
    void idsAreTheSameFromRunToRunAndOverSeeds() {
        Map<Finding.Key, String> ids = ids(run(1));
        assertFalse(ids.isEmpty());
        assertEquals(ids, ids(run(1)));
        Map<Finding.Key, String> withAnotherSeed = ids(run(2));
        withAnotherSeed.keySet().retainAll(ids.keySet());
        assertTrue(withAnotherSeed.size() >= 3, withAnotherSeed::toString);
        withAnotherSeed.forEach((key, id) -> assertEquals(ids.get(key), id));
    }

    @Test
    void idsDifferWithinARun() {
        List<Finding> findings = run(1).findings();
        assertTrue(findings.size() >= 5, findings::toString);
        assertEquals(
                findings.size(), findings.stream().map(Finding::id).distinct().count());
    }

    @Test
    void whichWitnessShowsAFindingDoesNotMatter() {
        assertEquals(
                id(FindingOf.violation("READ-5", SYMPTOM)),
                id(FindingOf.violation("READ-5", SYMPTOM, FindingOf.reading(new Array('d', 5, 1)))));
    }

    @Test
    void functionClauseSymptomKindAndImplementationMatter() {
        Finding found = FindingOf.violation("READ-5", SYMPTOM);
        String id = id(found);
        assertTrue(id.matches("[0-9a-f]{12}"), id);
        assertNotEquals(id, id(FindingOf.violation("READ-4", SYMPTOM)));
        assertNotEquals(id, id(FindingOf.violation("READ-5", "the length is too large")));
        assertNotEquals(id, id(FindingOf.death(SYMPTOM, FindingOf.BYTEARRAY)));
        assertNotEquals(
                id(FindingOf.death(SYMPTOM, FindingOf.BYTEARRAY)),
                id(FindingOf.difference(SYMPTOM, FindingOf.BYTEARRAY)));
        assertNotEquals(
                id,
                FindingIds.named(new Identity("pypy", "PyPy", "1"), List.of(found))
                        .get(0)
                        .id());
    }

    @Test
    void whatIsOnFileAndWhatIsNotHaveIdsOfTheirOwnWhicheverComesFirst() {
        Finding fresh = FindingOf.violation("READ-5", SYMPTOM);
        Finding filed = FindingOf.filed(fresh, "it has its reasons");
        List<String> ids = ids(fresh, filed);

        assertNotEquals(ids.get(0), ids.get(1));
        assertEquals(List.of(ids.get(1), ids.get(0)), ids(filed, fresh));
        assertEquals(ids.get(0), id(fresh));
        assertEquals(ids.get(1), id(filed));
    }

    @Test
    void findingsThatShareEverythingAreNumbered() {
        Finding found = FindingOf.violation("READ-5", SYMPTOM);
        List<String> ids = ids(found, found, found);

        assertEquals(3, ids.stream().distinct().count());
        assertEquals(id(found), ids.get(0));
    }

    private static String id(Finding finding) {
        return ids(finding).get(0);
    }

    private static List<String> ids(Finding... findings) {
        return FindingIds.named(FakeExaminer.IDENTITY, List.of(findings)).stream()
                .map(Finding::id)
                .toList();
    }

    private static Map<Finding.Key, String> ids(Run run) {
        return run.findings().stream().collect(Collectors.toMap(Finding::key, Finding::id));
    }

    /** Of an implementation that is wrong in several ways and dies of one kind of object. */
    private static Run run(long seed) {
        Predicate<Object> deadly = scenario -> scenario.toString().contains("Mmap[");
        Distorted wrong = Distorted.calls((call, called) -> called.length() != null && called.length() > 8
                ? Distorted.withLength(called, called.length() - 1)
                : called);
        Distorted dying = Distorted.dying(
                Death.CRASHED,
                "SIGSEGV",
                (scenario, step) ->
                        scenario.steps().get(step) instanceof Step.Call call && call.function() != Function.WRITE);
        Implementation implementation = Distorted.by((scenario, transcript) ->
                (deadly.test(scenario) ? dying : wrong).run(List.of(scenario)).get(0));
        SuiteOptions options = new SuiteOptions(150, seed, List.of("READ-5", "CHAR-5", "WRITE-5", "CHECK-2"));
        return SuiteRunner.run(implementation, options, KnownDeviations.NONE, ProgressListener.NONE)
                .run();
    }
}
