package io.github.oldbuffer.fuzzing.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Outcome.Died;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.search.JudgedFindings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTests {

    @Test
    void aLeadComesBackFromItsLine() {
        Lead lead = new Lead("READ-5 PyObject_AsReadBuffer: a \"quoted\"\nsymptom", new byte[] {1, -2, 0});
        assertEquals(Optional.of(lead), Lead.read(lead.line()));
        assertEquals(1, lead.line().lines().count());
        Lead death = Lead.death(new byte[] {7});
        assertEquals(Optional.of(death), Lead.read(death.line()));
        assertTrue(death.isDeath());
        assertFalse(lead.isDeath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"key\":\"READ-5 x\",\"input\":\"0", "{\"key\":\"x\",\"input\":\"0\"}"})
    void aLineThatWasCutOffIsNoLead(String line) {
        assertEquals(Optional.empty(), Lead.read(line));
    }

    /** What its replay shows has another key, so that the old one would be taken for lost. */
    @Test
    void aLeadOfAnEarlierVersionIsOneThatWhoeverReplaysItFindsOut() {
        Lead lead = Lead.read("{\"clause\":\"READ-5\",\"symptom\":\"the length is too small\",\"input\":\"01fe00\"}")
                .orElseThrow();
        assertEquals(Lead.death(new byte[] {1, -2, 0}), lead);
        Lead other = Lead.read("{\"clause\":\"READ-5\",\"symptom\":\"the length is too small\",\"input\":\"01\"}")
                .orElseThrow();
        assertNotEquals(lead.name(), other.name(), "both are replayed");
    }

    @Test
    void aLeadToADeathNamesTheFunctionAndNoClause() {
        Scenario scenario =
                Scenario.of(new Step.Make(0, new NonBuffer(NonBuffer.Kind.STR)), Step.Call.of(Function.CHECK, 0));
        Transcript died = new Transcript(new Died(Death.CRASHED, 1, "SIGSEGV"), List.of());
        List<Finding> findings = JudgedFindings.in("", scenario, died);

        assertEquals(
                List.of("death PyObject_CheckReadBuffer: CRASHED (SIGSEGV) in PyObject_CheckReadBuffer"),
                findings.stream().map(Lead::key).toList());
    }
}
