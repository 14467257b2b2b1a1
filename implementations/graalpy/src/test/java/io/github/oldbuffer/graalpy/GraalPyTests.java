package io.github.oldbuffer.graalpy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** GraalPy runs the probe; it is started once, since that takes it several seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraalPyTests {

    private Implementation graalpy;

    @BeforeAll
    void start() throws UnavailableException {
        graalpy = new GraalPyProvider().open("graalpy");
    }

    @AfterAll
    void close() {
        graalpy.close();
    }

    @Test
    void itKnowsWhoItIs() {
        assertEquals("graalpy", graalpy.identity().id());
        assertEquals("GraalPy", graalpy.identity().name());
        assertTrue(graalpy.identity().version().matches("\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void bytesAreReadInPlace() {
        Scenario scenario = Scenario.of(new Step.Make(0, new Bytes(3, 7, false)), Step.Call.of(Function.READ, 0));
        Event.Called read = (Event.Called) run(scenario).events().get(1);
        assertEquals(0, read.code());
        assertEquals(Pointer.within(0), read.pointer());
        assertEquals(3L, read.length());
        assertEquals(Sample.read(new byte[] {7, 8, 9}), read.sample());
        assertEquals(Event.UNCOUNTED, read.references());
    }

    @Test
    void whatIsWrittenThroughThePointerIsSeen() {
        Scenario scenario = Scenario.of(
                new Step.Make(0, new ByteArray(3, 7, false)), Step.Call.of(Function.WRITE, 0), new Step.Poke(0, 1, 99));
        assertEquals(new Event.Poked(99), run(scenario).events().get(2));
    }

    @Test
    void stridedMemoryIsRefused() {
        MemoryView strided = new MemoryView(new Bytes(8, 0, false), List.of(new ViewOperation.Slice(null, null, 2L)));
        Scenario scenario = Scenario.of(new Step.Make(0, strided), Step.Call.of(Function.READ, 0));
        assertEquals(-1, ((Event.Called) run(scenario).events().get(1)).code());
    }

    @Test
    void referencesToObjectsOfCAreCounted() throws JsonException {
        Scenario scenario = ScenarioJson.read("""
                {"format": "oldbuffer-scenario", "version": 1, "steps": [
                  {"do": "make", "object": 0, "exporter": {"kind": "scripted", "memory": 3, "seed": 1}},
                  {"do": "call", "function": "READ", "object": 0}]}
                """);
        assertEquals(0, ((Event.Called) run(scenario).events().get(1)).references());
    }

    @Test
    void memoryBeyondTwoGibibytesIsNoCrash() {
        Scenario scenario =
                Scenario.of(new Step.Make(0, new Mmap(Mmap.Access.WRITE, 1L << 31, 1)), Step.Call.of(Function.READ, 0));
        assertEquals(0, ((Event.Called) run(scenario).events().get(1)).code());
    }

    @Test
    void aBatchComesBackWholeAndInOrder() {
        Scenario one = Scenario.of(new Step.Make(0, new Bytes(3, 7, false)));
        Scenario two = Scenario.of(new Step.Make(0, new Bytes(3, 7, false)), new Step.Drop(0));
        List<Transcript> transcripts = graalpy.run(List.of(one, two, one));
        assertEquals(
                List.of(1, 2, 1),
                transcripts.stream().map(each -> each.events().size()).toList());
        assertTrue(graalpy.run(Collections.nCopies(300, two)).stream()
                .allMatch(each -> each.outcome() == Outcome.COMPLETED));
    }

    private Transcript run(Scenario scenario) {
        Transcript transcript = graalpy.run(List.of(scenario)).get(0);
        assertEquals(Outcome.COMPLETED, transcript.outcome());
        return transcript;
    }
}
