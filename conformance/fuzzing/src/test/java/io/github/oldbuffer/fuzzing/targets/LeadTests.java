package io.github.oldbuffer.fuzzing.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTests {

    @Test
    void aLeadComesBackFromItsLine() {
        Lead lead = new Lead("READ-5", "a \"quoted\"\nsymptom", new byte[] {1, -2, 0});
        assertEquals(Optional.of(lead), Lead.read(lead.line()));
        assertEquals(1, lead.line().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"clause\":\"READ-5\",\"symptom\":\"x\",\"input\":\"0"})
    void aLineThatWasCutOffIsNoLead(String line) {
        assertEquals(Optional.empty(), Lead.read(line));
    }
}
