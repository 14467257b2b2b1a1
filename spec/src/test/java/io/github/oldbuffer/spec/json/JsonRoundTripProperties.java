package io.github.oldbuffer.spec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.packed.AnyScenario;
import io.github.oldbuffer.spec.packed.AnyTranscript;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.packed.PackedTranscripts;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was written as JSON comes out equal, and the packed form and JSON convert into each other without loss. */
class JsonRoundTripProperties {

    @Property
    void scenarios(@ForAll("scenario") Scenario scenario) throws JsonException {
        String text = ScenarioJson.write(scenario);
        Scenario read = ScenarioJson.read(text);
        assertEquals(scenario, read);
        assertEquals(text, ScenarioJson.write(read));
        assertEquals(scenario, ScenarioJson.fromTree(ScenarioJson.toTree(scenario)));
    }

    @Property
    void transcripts(@ForAll("transcript") Transcript transcript) throws JsonException {
        String text = TranscriptJson.write(transcript);
        Transcript read = TranscriptJson.read(text);
        assertEquals(transcript, read);
        assertEquals(text, TranscriptJson.write(read));
        assertEquals(transcript, TranscriptJson.fromTree(TranscriptJson.toTree(transcript)));
    }

    @Property
    void fromPackedToJsonAndBack(@ForAll("scenario") Scenario scenario, @ForAll("transcript") Transcript transcript)
            throws JsonException, MalformedException {
        ByteBuffer scenarios = PackedScenarios.encode(List.of(scenario), ByteBuffer.allocate(0));
        Scenario unpacked = PackedScenarios.decode(scenarios).get(0);
        Scenario read = ScenarioJson.read(ScenarioJson.write(unpacked));
        assertEquals(scenarios, PackedScenarios.encode(List.of(read), ByteBuffer.allocate(0)));

        ByteBuffer transcripts = PackedTranscripts.encode(List.of(transcript), ByteBuffer.allocate(0));
        Transcript unpackedToo = PackedTranscripts.decode(transcripts).get(0);
        Transcript readToo = TranscriptJson.read(TranscriptJson.write(unpackedToo));
        assertEquals(transcripts, PackedTranscripts.encode(List.of(readToo), ByteBuffer.allocate(0)));
    }

    @Property
    void oneStepALine(@ForAll("scenario") Scenario scenario) {
        int steps = scenario.steps().size();
        long around = steps == 0 ? 5 : 6;
        assertEquals(steps + around, ScenarioJson.write(scenario).lines().count());
    }

    @Provide
    Arbitrary<Scenario> scenario() {
        return AnyScenario.scenario();
    }

    @Provide
    Arbitrary<Transcript> transcript() {
        return AnyTranscript.transcript();
    }
}
