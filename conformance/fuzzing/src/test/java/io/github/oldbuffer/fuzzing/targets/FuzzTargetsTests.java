package io.github.oldbuffer.fuzzing.targets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.oldbuffer.model.ModelImplementation;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The targets as fuzz tests: {@code mvn verify} replays the inputs of {@code seeds.zip}, which has a folder for each
 * target, and with {@code JAZZER_FUZZ=1} Jazzer fuzzes the one that is named, starting from them.
 */
class FuzzTargetsTests {

    private static final ContractTarget CONTRACT = ContractTarget.on(ModelImplementation.lawful());

    private static Stream<byte[]> seeds(String target) throws IOException {
        Stream.Builder<byte[]> seeds = Stream.builder();
        try (InputStream file = FuzzTargetsTests.class.getResourceAsStream("seeds.zip");
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(target + "/")) {
                    seeds.add(zip.readAllBytes());
                }
            }
        }
        return seeds.build();
    }

    static Stream<byte[]> contractSeeds() throws IOException {
        return seeds("contract");
    }

    @FuzzTest(maxDuration = "1m")
    @MethodSource("contractSeeds")
    void contract(byte[] input) {
        CONTRACT.run(input);
    }

    static Stream<byte[]> probeSeeds() throws IOException {
        return seeds("probe");
    }

    @FuzzTest(maxDuration = "1m")
    @MethodSource("probeSeeds")
    void probe(byte[] input) {
        ProbeTarget.fuzzerTestOneInput(input);
    }

    static Stream<byte[]> protocolSeeds() throws IOException {
        return seeds("protocol");
    }

    @FuzzTest(maxDuration = "1m")
    @MethodSource("protocolSeeds")
    void protocol(byte[] input) {
        ProtocolTarget.fuzzerTestOneInput(input);
    }

    static Stream<byte[]> roundtripSeeds() throws IOException {
        return seeds("roundtrip");
    }

    @FuzzTest(maxDuration = "1m")
    @MethodSource("roundtripSeeds")
    void roundtrip(byte[] input) {
        RoundtripTarget.fuzzerTestOneInput(input);
    }
}
