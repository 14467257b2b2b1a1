package io.github.oldbuffer.ports.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as memory that grows, of what was seen of 1,000 repetitions, 500 in each half. */
class GrowthTests {

    private static Optional<Growth> growth(String blocks, String malloced) throws JsonProcessingException {
        return Growth.of(answer(blocks, malloced), 500);
    }

    private static JsonNode answer(String blocks, String malloced) throws JsonProcessingException {
        return new ObjectMapper().readTree("{\"blocks\": " + blocks + ", \"malloced\": " + malloced + "}");
    }

    @Test
    void whatEachRepetitionLeavesBehindIsToldInItsUnit() throws JsonProcessingException {
        assertEquals(
                "80 bytes for each time",
                growth("[0, 0]", "[40000, 40016]").orElseThrow().words());
        assertEquals(
                "1 block for each time",
                growth("[500, 503]", "[0, 0]").orElseThrow().words());
        assertEquals(
                "0.5 blocks for each time",
                growth("[250, 250]", "[null, null]").orElseThrow().words());
    }

    @Test
    void aTableThatIsEnlargedOnceIsNoGrowth() throws JsonProcessingException {
        assertTrue(growth("[0, 2000]", "[300000, 0]").isEmpty());
        assertTrue(growth("[40, 2000]", "[2000, 300000]").isEmpty());
    }

    @Test
    void memoryThatIsGivenBackIsNoGrowth() throws JsonProcessingException {
        assertTrue(growth("[-600, -600]", "[-5000, 9000]").isEmpty());
    }

    @Test
    void aLittleIsNoGrowth() throws JsonProcessingException {
        assertTrue(growth("[30, 40]", "[1500, 1900]").isEmpty());
    }

    @Test
    void whereNobodyCountsNothingIsTold() throws JsonProcessingException {
        assertFalse(Growth.told(answer("[null, null]", "[null, null]")));
        assertTrue(Growth.told(answer("[0, 0]", "[null, null]")));
    }
}
