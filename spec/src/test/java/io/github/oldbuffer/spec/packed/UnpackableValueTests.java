package io.github.oldbuffer.spec.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values that no batch can tell are refused when packing, not discovered when unpacking. */
class UnpackableValueTests {

    @Test
    void outOfRange() {
        assertRefused("the seed is 251, not 0 to 250", make(new Bytes(0, 251, false)));
        assertRefused("the length is 65537, not 0 to 65536", make(new Bytes(65_537, 0, false)));
        assertRefused("the number of an object or view is 64, not 0 to 63", new Step.Drop(64));
        assertRefused("the value is 256, not 0 to 255", new Step.Poke(0, 0, 256));
        assertRefused("CHECK gives no pointer to peek through", new Step.Peek(Function.CHECK, 0));
    }

    @Test
    void tooMany() {
        Step drop = new Step.Drop(0);
        Step[] steps = Collections.nCopies(1001, drop).toArray(Step[]::new);
        assertRefused("the number of steps is 1001, not 0 to 1000", steps);
        Exporter deep = new Bytes(0, 0, false);
        for (int i = 0; i < 7; i++) {
            deep = new MemoryView(deep, List.of());
        }
        PackedScenarios.encode(List.of(Scenario.of(make(deep))), ByteBuffer.allocate(0));
        assertRefused("exporters nest at most 8 deep", make(new MemoryView(deep, List.of())));
    }

    @Test
    void contradictions() {
        ViewOperation slice = new ViewOperation.Slice(null, null, 0);
        assertRefused("the step of a slice is 0", make(new MemoryView(new Bytes(0, 0, false), List.of(slice))));
        assertRefused(
                "a scripted exporter has a target exactly where its owner is OTHER, but the owner is OTHER and the target"
                        + " null",
                make(scripted(Geometry.flat(0), Scripted.Owner.OTHER)));
        assertRefused(
                "a Python class raises, but no exception is named",
                make(new PythonClass(new Bytes(0, 0, false), PythonClass.Answer.RAISES, null, true)));
        assertRefused(
                "the number of strides is 2, not 1",
                make(scripted(new Geometry(0, 1, null, List.of(1L), List.of(1L, 1L), false), Scripted.Owner.SELF)));
    }

    @Test
    void textWithoutUtf8() {
        Transcript transcript = Transcript.completed(List.of(new Event.Skipped("\uD800")));
        assertSentence(
                "the reason has half a surrogate pair, which UTF-8 cannot spell",
                () -> PackedTranscripts.encode(List.of(transcript), ByteBuffer.allocate(0)));
    }

    private static Scripted scripted(Geometry geometry, Scripted.Owner owner) {
        return new Scripted(0, 0, geometry, false, null, owner, null, false, true, Set.of());
    }

    private static Step make(Exporter exporter) {
        return new Step.Make(0, exporter);
    }

    private static void assertRefused(String sentence, Step... steps) {
        assertSentence(sentence, () -> PackedScenarios.encode(List.of(Scenario.of(steps)), ByteBuffer.allocate(0)));
    }

    private static void assertSentence(String sentence, Runnable packing) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, packing::run).getMessage());
    }
}
