package io.github.oldbuffer.fuzzing.targets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.oldbuffer.model.ModelImplementation;

/**
 * The targets as fuzz tests: {@code mvn verify} replays what lies beside them in the resources, and with
 * {@code JAZZER_FUZZ=1} Jazzer fuzzes the one that is named.
 */
class FuzzTargetsTests {

    private static final ContractTarget CONTRACT = ContractTarget.on(ModelImplementation.lawful());

    @FuzzTest(maxDuration = "1m")
    void contract(byte[] input) {
        CONTRACT.run(input);
    }

    @FuzzTest(maxDuration = "1m")
    void probe(byte[] input) {
        ProbeTarget.fuzzerTestOneInput(input);
    }

    @FuzzTest(maxDuration = "1m")
    void protocol(byte[] input) {
        ProtocolTarget.fuzzerTestOneInput(input);
    }

    @FuzzTest(maxDuration = "1m")
    void roundtrip(byte[] input) {
        RoundtripTarget.fuzzerTestOneInput(input);
    }
}
