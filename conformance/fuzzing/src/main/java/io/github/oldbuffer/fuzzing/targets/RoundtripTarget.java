package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.json.TranscriptJson;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.packed.PackedTranscripts;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Scenarios and the model's transcripts in JSON, packed, and as inputs, and back. */
public final class RoundtripTarget {

    private static final int ROOM = 1_024;
    private static final KitTarget TARGET = new KitTarget(RoundtripTarget::accepts);
    private static final Implementation MODEL = ModelImplementation.lawful();

    private RoundtripTarget() {}

    /** Jazzer calls it first. */
    public static void fuzzerInitialize() {
        TARGET.begin();
    }

    /** Jazzer calls it with every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }

    private static boolean accepts(byte[] input) {
        Optional<Scenario> decoded = FuzzCodec.decode(input);
        if (decoded.isEmpty()) {
            return false;
        }
        Scenario scenario = decoded.get();
        Transcript transcript = MODEL.run(List.of(scenario)).get(0);
        try {
            same(scenario, ScenarioJson.read(ScenarioJson.write(scenario)), "JSON");
            same(transcript, TranscriptJson.read(TranscriptJson.write(transcript)), "JSON");
            same(
                    List.of(scenario),
                    PackedScenarios.decode(PackedScenarios.encode(List.of(scenario), ByteBuffer.allocate(ROOM))),
                    "the packed form");
            same(
                    List.of(transcript),
                    PackedTranscripts.decode(PackedTranscripts.encode(List.of(transcript), ByteBuffer.allocate(ROOM))),
                    "the packed form");
        } catch (JsonException | MalformedException unread) {
            throw new AssertionError("what the kit wrote it cannot read: " + unread.getMessage(), unread);
        }
        if (FuzzCodec.encode(scenario).isEmpty()) {
            throw new AssertionError("what an input stands for no input stands for: " + ScenarioJson.write(scenario));
        }
        return true;
    }

    private static void same(Object before, Object after, String form) {
        if (!before.equals(after)) {
            throw new AssertionError(form + " does not come back: " + before + " became " + after);
        }
    }
}
