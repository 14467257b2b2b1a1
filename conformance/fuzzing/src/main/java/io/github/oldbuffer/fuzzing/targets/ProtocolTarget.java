package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.process.lines.Conversation;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.nio.charset.StandardCharsets;

/** The lines of a hostile program: whatever it says is an answer or a fault of the protocol, and nothing else. */
public final class ProtocolTarget {

    /** What the program is supposed to answer. */
    static final Scenario SCENARIO =
            Scenario.of(new Step.Make(0, new ByteArray(4, 1, false)), Step.Call.of(Function.READ, 0), new Step.Drop(0));

    private static final KitTarget TARGET = new KitTarget(ProtocolTarget::accepts);

    private ProtocolTarget() {}

    /** Jazzer calls it first. */
    public static void fuzzerInitialize() {
        TARGET.begin();
    }

    /** Jazzer calls it with every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.run(input);
    }

    private static boolean accepts(byte[] input) {
        return Conversation.fault(new String(input, StandardCharsets.UTF_8), SCENARIO)
                .isEmpty();
    }
}
