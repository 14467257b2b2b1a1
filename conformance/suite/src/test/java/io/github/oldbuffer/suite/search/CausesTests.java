package io.github.oldbuffer.suite.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.results.Cause;
import io.github.oldbuffer.spec.results.Causes;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CausesTests {

    private static final Scenario CHAR =
            Scenario.of(new Step.Make(0, new ByteArray(3, 1, false)), Step.Call.of(Function.CHAR, 0));

    @Test
    void oneSymptomInSeveralFunctionsObjectsAndExceptionsIsOneCause() {
        List<Finding> grouped = grouped(
                FindingOf.violation("READ-3", "failed with KeyError, not TypeError"),
                FindingOf.violation("READ-3", "failed with SystemExit, not TypeError"),
                FindingOf.violation("CHAR-3", "failed with KeyError, not TypeError", CHAR),
                FindingOf.violation(
                        "READ-3", "failed with OSError, not TypeError", FindingOf.reading(new Array('d', 5, 1))));

        assertEquals(1, causes(grouped).size(), grouped::toString);
        assertEquals(
                new Cause(
                        "char-3-failed-with-keyerror-not-typeerror",
                        "PyObject_AsCharBuffer on bytearray: failed with KeyError, not TypeError"),
                grouped.get(0).cause());
    }

    @Test
    void otherSymptomsAndOtherKindsOfFindingAreOtherCauses() {
        assertEquals(
                4,
                causes(grouped(
                                FindingOf.violation("READ-5", "the length is too small"),
                                FindingOf.violation("READ-5", "the length is too large"),
                                FindingOf.death("the length is too small", FindingOf.BYTEARRAY),
                                FindingOf.difference("the length is too small", FindingOf.BYTEARRAY)))
                        .size());
    }

    @Test
    void flagsThatLetSeveralSegmentsThroughAreOneCauseWhateverTheSegments() {
        assertEquals(
                1,
                causes(grouped(
                                FindingOf.violation("READ-6", "succeeded on strided memory"),
                                FindingOf.violation("READ-6", "succeeded on Fortran-ordered memory"),
                                FindingOf.violation("READ-6", "succeeded on indirect memory")))
                        .size());
    }

    @Test
    void deathsOfSeveralFunctionsAreOneCause() {
        assertEquals(
                1,
                causes(grouped(
                                FindingOf.death("CRASHED (SIGSEGV) in PyObject_AsReadBuffer", FindingOf.BYTEARRAY),
                                FindingOf.death("CRASHED (SIGSEGV) in PyObject_AsCharBuffer", CHAR)))
                        .size());
    }

    @Test
    void whatOneReasonOnFileExplainsIsOneCauseAndApartFromWhatIsNew() {
        String symptom = "the length is too small";
        List<Finding> grouped = grouped(
                FindingOf.filed(FindingOf.violation("READ-5", symptom), "It counts items. Somebody knows."),
                FindingOf.filed(
                        FindingOf.violation("CHECK-2", "returned 0, not 1"), "It counts items. Somebody knows."),
                FindingOf.filed(FindingOf.violation("READ-4", symptom), "Another reason."),
                FindingOf.violation("READ-5", symptom));

        assertEquals(3, causes(grouped).size());
        assertEquals(
                List.of(false, true, true, true),
                grouped.stream().map(Finding::known).toList(),
                "what is new comes first");
        assertEquals(
                List.of("It counts items.", "Another reason."),
                grouped.stream()
                        .filter(Finding::known)
                        .map(finding -> finding.cause().title())
                        .distinct()
                        .sorted(Collections.reverseOrder())
                        .toList());
    }

    @Test
    void whatOneWitnessShowsAtOneStepIsOneCause() {
        Finding first = FindingOf.violation("READ-1", "returned -1, not 0");
        Finding beside = FindingOf.violation("CHECK-1", "returned 0, not 1");

        assertEquals(2, causes(grouped(first, beside)).size());
        assertEquals(
                1,
                causes(Causes.grouped(
                                List.of(first, beside), (one, other) -> one.equals(beside) && other.equals(first)))
                        .size());
    }

    @Test
    void theGravestComesFirst() {
        List<Finding> grouped = grouped(
                FindingOf.difference("PyObject_AsReadBuffer: the result: 0, the other: -1", FindingOf.BYTEARRAY),
                FindingOf.violation("READ-9", "succeeded with an exception set"),
                FindingOf.death("CRASHED (SIGSEGV) in PyObject_AsReadBuffer", FindingOf.BYTEARRAY),
                FindingOf.violation("READ-5", "the length is too small"));

        assertEquals(
                List.of("READ-5", "death", "READ-9", "difference"),
                grouped.stream().map(Finding::heading).toList());
    }

    @Test
    void causesHaveIdsThatDifferAndMakeNamesOfFolders() {
        String words = "is " + "very ".repeat(30) + "wrong / \"so\"";
        List<Finding> findings = new ArrayList<>();
        findings.add(FindingOf.violation("READ-5", words + " once"));
        findings.add(FindingOf.violation("READ-5", words + " twice"));
        findings.add(FindingOf.violation("READ-4", "/../"));
        List<Finding> grouped = grouped(findings.toArray(Finding[]::new));

        assertEquals(3, causes(grouped).size());
        assertEquals(
                3,
                grouped.stream().map(finding -> finding.cause().id()).distinct().count());
        grouped.forEach(
                finding -> assertTrue(finding.cause().id().matches("[a-z0-9]+(-[a-z0-9]+)*-?"), finding.cause()::id));
    }

    @Test
    void theOrderOfTheFindingsDoesNotMatter() {
        List<Finding> findings = new ArrayList<>(List.of(
                FindingOf.violation("READ-3", "failed with KeyError, not TypeError"),
                FindingOf.violation("CHAR-3", "failed with KeyError, not TypeError", CHAR),
                FindingOf.violation("READ-5", "the length is too small"),
                FindingOf.filed(FindingOf.violation("READ-4", "is wrong"), "Another reason."),
                FindingOf.death("CRASHED (SIGSEGV) in PyObject_AsReadBuffer", FindingOf.BYTEARRAY)));
        List<Finding> grouped = grouped(findings.toArray(Finding[]::new));
        Collections.reverse(findings);

        assertEquals(grouped, grouped(findings.toArray(Finding[]::new)));
        assertNotEquals(grouped.get(0).cause(), grouped.get(4).cause());
    }

    private static List<Finding> grouped(Finding... findings) {
        return Causes.grouped(List.of(findings), (one, other) -> false);
    }

    private static List<Cause> causes(List<Finding> grouped) {
        return grouped.stream().map(Finding::cause).distinct().collect(Collectors.toList());
    }
}
