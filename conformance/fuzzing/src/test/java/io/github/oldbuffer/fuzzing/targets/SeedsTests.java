package io.github.oldbuffer.fuzzing.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.fuzzing.campaign.CorpusFolder;
import io.github.oldbuffer.fuzzing.campaign.CorpusMerge;
import io.github.oldbuffer.fuzzing.campaign.CorpusSeeds;
import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.mutants.Mutants;
import io.github.oldbuffer.spec.implementation.Implementation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeedsTests {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    void everyTargetHasSeedsAndAcceptsThem(FuzzTarget target) {
        List<byte[]> seeds = CorpusSeeds.of(target);
        assertTrue(seeds.size() >= 50, target + " has " + seeds.size());
        switch (target) {
            case CONTRACT -> {
                ContractTarget contract = ContractTarget.on(ModelImplementation.lawful());
                seeds.forEach(contract::run);
            }
            case PROBE -> seeds.forEach(ProbeTarget::fuzzerTestOneInput);
            case PROTOCOL -> seeds.forEach(ProtocolTarget::fuzzerTestOneInput);
            case ROUNDTRIP -> seeds.forEach(RoundtripTarget::fuzzerTestOneInput);
            case DIFFERENTIAL, EMPTY ->
                seeds.forEach(seed -> assertTrue(FuzzCodec.decode(seed).isPresent()));
        }
    }

    @Test
    void aMutantIsFoundOutByItsSeeds() {
        Implementation mutant = Mutants.find("READ-5/counts-items").isPresent()
                ? Mutants.find("READ-5/counts-items").orElseThrow().open()
                : Mutants.all().get(0).open();
        ContractTarget contract = ContractTarget.on(mutant);
        assertThrows(
                AssertionError.class, () -> CorpusSeeds.of(FuzzTarget.CONTRACT).forEach(contract::run));
    }

    /** Mutated inputs are rejected in less than one of twenty cases: in none, but for the shortest. */
    @Test
    void fewInputsAreRejected() {
        SplittableRandom random = new SplittableRandom(5);
        List<byte[]> seeds = CorpusSeeds.of(FuzzTarget.CONTRACT);
        int inputs = 20_000;
        int rejected = 0;
        for (int i = 0; i < inputs; i++) {
            byte[] seed = seeds.get(random.nextInt(seeds.size()));
            byte[] input = java.util.Arrays.copyOf(seed, Math.max(0, seed.length - 8 + random.nextInt(16)));
            if (input.length > 0) {
                input[random.nextInt(input.length)] = (byte) random.nextInt();
            }
            rejected += FuzzCodec.decode(input).isEmpty() ? 1 : 0;
        }
        assertTrue(rejected < inputs / 20, rejected + " of " + inputs);
    }

    @Test
    void mergingKeepsEveryBehaviourAndLosesTheRest() throws Exception {
        CorpusFolder corpus = new CorpusFolder(temporary.resolve("corpus"));
        corpus.prepare(() -> CorpusSeeds.of(FuzzTarget.CONTRACT));
        Implementation model = ModelImplementation.lawful();
        CorpusMerge.Merged first = CorpusMerge.merge(corpus, model);
        assertTrue(first.kept() < first.before() / 2, first.toString());
        assertEquals(first.kept(), corpus.size());
        CorpusMerge.Merged again = CorpusMerge.merge(corpus, model);
        assertEquals(new CorpusMerge.Merged(first.kept(), first.kept(), first.behaviours()), again);
    }

    @Test
    void whatIsInACorpusAlreadyStaysAndNothingIsAdded() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("corpus"));
        Files.write(folder.resolve("mine"), new byte[] {1, 2, 3});
        CorpusFolder corpus = new CorpusFolder(folder);
        corpus.prepare(() -> CorpusSeeds.of(FuzzTarget.CONTRACT));
        assertEquals(List.of(folder.resolve("mine")), corpus.files());
    }
}
