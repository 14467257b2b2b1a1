package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.packed.PackedTranscripts;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The packed form that the probe speaks, against hostile bytes: the first byte chooses between scenarios and
 * transcripts. What is read must be written and read again the same; what cannot be read is malformed, and nothing else
 * happens.
 */
public final class ProbeTarget {

    private static final int ROOM = 1_024;
    private static final KitTarget TARGET = new KitTarget(ProbeTarget::accepts);

    private ProbeTarget() {}

    /** Jazzer calls it first. */
    public static void fuzzerInitialize() {
        TARGET.begin();
    }

    /** Jazzer calls it with every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }

    private static boolean accepts(byte[] input) {
        if (input.length < 1) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(input, 1, input.length - 1).slice();
        try {
            if ((input[0] & 1) == 0) {
                List<Scenario> scenarios = PackedScenarios.decode(bytes);
                for (Scenario scenario : scenarios) {
                    Facts.problem(scenario);
                }
                same(scenarios, PackedScenarios.decode(PackedScenarios.encode(scenarios, ByteBuffer.allocate(ROOM))));
            } else {
                List<Transcript> transcripts = PackedTranscripts.decode(bytes);
                same(
                        transcripts,
                        PackedTranscripts.decode(PackedTranscripts.encode(transcripts, ByteBuffer.allocate(ROOM))));
            }
            return true;
        } catch (MalformedException refused) {
            return false;
        }
    }

    private static void same(List<?> read, List<?> again) {
        if (!read.equals(again)) {
            throw new AssertionError("the packed form does not come back: " + read + " became " + again);
        }
    }
}
