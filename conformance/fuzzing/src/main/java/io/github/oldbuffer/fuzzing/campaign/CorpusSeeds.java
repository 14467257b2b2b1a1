package io.github.oldbuffer.fuzzing.campaign;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.fuzzing.targets.FuzzTarget;
import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Providers;
import io.github.oldbuffer.spec.json.TranscriptJson;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.packed.PackedTranscripts;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.coverage.SpaceCoverage;
import io.github.oldbuffer.suite.generate.Choices;
import io.github.oldbuffer.suite.generate.ScenarioGenerator;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.sweep.Sweep;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a corpus begins with: the witnesses on file, what of the sweep of bound 1 adds a pair of values to those before,
 * and one scenario of each scene of the suite.
 */
public final class CorpusSeeds {

    /** What versions are asked for does not matter: the witness is a seed for any. */
    private static final String VERSION = "3.14.0";

    private static final int SMALL_ENOUGH = 512;

    private CorpusSeeds() {}

    /** The inputs, each once; for a target about the kit itself in that target's form. */
    public static List<byte[]> of(FuzzTarget target) {
        List<byte[]> inputs = new ArrayList<>();
        for (Scenario scenario : scenarios()) {
            switch (target) {
                case CONTRACT, DIFFERENTIAL, ROUNDTRIP, EMPTY ->
                    FuzzCodec.encode(scenario).ifPresent(inputs::add);
                case PROBE -> {
                    inputs.add(packed(0, PackedScenarios.encode(List.of(scenario), ByteBuffer.allocate(SMALL_ENOUGH))));
                    inputs.add(packed(
                            1,
                            PackedTranscripts.encode(
                                    List.of(transcript(scenario)), ByteBuffer.allocate(SMALL_ENOUGH))));
                }
                case PROTOCOL -> inputs.add(lines(scenario));
            }
        }
        return inputs.stream().filter(input -> input.length <= SMALL_ENOUGH).toList();
    }

    private static Set<Scenario> scenarios() {
        Set<Scenario> scenarios = new LinkedHashSet<>();
        for (String family : families()) {
            Identity identity = new Identity(family, family, VERSION);
            KnownDeviations.builtIn(identity).and(KnownDeviations.beyondTheContract(identity)).entries().stream()
                    .map(KnownDeviation::witness)
                    .filter(Scenario.class::isInstance)
                    .map(Scenario.class::cast)
                    .forEach(scenarios::add);
        }
        SpaceCoverage covered = new SpaceCoverage();
        Sweep sweep = Sweep.of(1);
        IntStream.range(0, sweep.blocks())
                .forEach(block -> sweep.block(block).filter(covered::addsTo).forEach(scenarios::add));
        SplittableRandom random = new SplittableRandom(1);
        Stream.concat(Clauses.all().stream().map(clause -> Themes.of(clause.id())), Themes.reference().stream())
                .forEach((Theme theme) -> {
                    for (int turn = 0; turn < theme.scenes().size(); turn++) {
                        scenarios.add(ScenarioGenerator.generate(theme, turn, Choices.random(random.split())));
                    }
                });
        return scenarios;
    }

    /** Implementations that the kit may have deviations of on file. */
    private static Set<String> families() {
        return Providers.all().stream()
                .flatMap(provider -> provider.offers().stream())
                .map(offer -> offer.id().split(":", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Transcript transcript(Scenario scenario) {
        return ModelImplementation.lawful().run(List.of(scenario)).get(0);
    }

    private static byte[] packed(int form, ByteBuffer bytes) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.write(form);
        while (bytes.hasRemaining()) {
            input.write(bytes.get());
        }
        return input.toByteArray();
    }

    private static byte[] lines(Scenario scenario) {
        String text = "{\"hello\": 1, \"name\": \"x\", \"version\": \"1\", \"exporters\": [\"bytes\"], \"steps\":"
                + " [\"make\", \"call\"]}\n{\"run\": 0, \"step\": 0}\n{\"run\": 0, \"transcript\": "
                + TranscriptJson.write(transcript(scenario)).replaceAll("\\s*\n\\s*", " ") + "}\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
