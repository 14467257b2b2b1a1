package io.github.oldbuffer.spec.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was packed comes out equal, whatever buffer it went through. */
class PackedRoundTripProperties {

    @Property
    void scenariosComeBackEqual(@ForAll("scenarios") List<Scenario> batch) throws MalformedException {
        ByteBuffer packed = PackedScenarios.encode(batch, ByteBuffer.allocate(0));
        assertEquals(batch, PackedScenarios.decode(packed));
    }

    @Property
    void scenariosThatBeginWithTheSameStepsComeBackEqual(@ForAll("scenarios") List<Scenario> batch, @ForAll int cut)
            throws MalformedException {
        List<Scenario> alike = new ArrayList<>();
        for (Scenario scenario : batch) {
            List<Step> steps = scenario.steps();
            alike.add(scenario);
            alike.add(new Scenario(steps.subList(0, Math.floorMod(cut, steps.size() + 1))));
            alike.add(scenario);
            alike.add(scenario);
        }
        List<Scenario> expected = PackedScenarios.decode(PackedScenarios.encode(alike, ByteBuffer.allocate(7)));
        assertEquals(alike, expected);
        assertEquals(
                PackedScenarios.encode(expected, ByteBuffer.allocate(0)),
                PackedScenarios.encode(alike, ByteBuffer.allocateDirect(16)),
                "equal steps that are not the same");
    }

    @Property
    void transcriptsComeBackEqual(@ForAll("transcripts") List<Transcript> batch) throws MalformedException {
        ByteBuffer packed = PackedTranscripts.encode(batch, ByteBuffer.allocate(0));
        assertEquals(batch, PackedTranscripts.decode(packed));
    }

    @Property(tries = 200)
    void theBufferMakesNoDifference(@ForAll("scenarios") List<Scenario> batch) {
        ByteBuffer grown = PackedScenarios.encode(batch, ByteBuffer.allocate(3));
        ByteBuffer used = ByteBuffer.allocateDirect(grown.capacity() + 8).putLong(-1);
        ByteBuffer reused = PackedScenarios.encode(batch, used);
        assertSame(used, reused);
        assertEquals(grown, reused);
    }

    @Property(tries = 200)
    void decodingLeavesTheBufferAsItIs(@ForAll("transcripts") List<Transcript> batch) throws MalformedException {
        ByteBuffer packed = PackedTranscripts.encode(batch, ByteBuffer.allocate(64));
        ByteBuffer behindOthers = ByteBuffer.allocate(packed.limit() + 9).position(5);
        behindOthers.put(packed).flip().position(5);
        assertEquals(batch, PackedTranscripts.decode(behindOthers));
        assertEquals(5, behindOthers.position());
        assertEquals(packed.limit() + 5, behindOthers.limit());
    }

    @Provide
    Arbitrary<List<Scenario>> scenarios() {
        return AnyScenario.scenario().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Transcript>> transcripts() {
        return AnyTranscript.transcript().list().ofMaxSize(4);
    }
}
