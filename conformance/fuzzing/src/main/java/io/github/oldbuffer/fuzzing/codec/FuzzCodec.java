package io.github.oldbuffer.fuzzing.codec;

import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scenarios as bytes for fuzzers, and back.
 *
 * <p>The first byte is the version; the rest is read as that version says, for ever, so that no corpus is spoilt. A byte
 * that is no version is read as the first, as it was before there was another. Everything is a scenario but an input without a second byte.
 */
public final class FuzzCodec {

    /** What {@link #encode} writes where it can: an input of a later version differs only where version 1 cannot say it. */
    public static final int VERSION = 1;

    private static final int NEWEST = 5;

    /** Steps that one input can make; a fuzzer gains nothing by more. */
    public static final int MOST_STEPS = 64;

    private FuzzCodec() {}

    /**
     * The scenario that an input stands for, valid always; steps that make no sense are left out.
     *
     * @return empty where the input is shorter than 2 bytes
     */
    public static Optional<Scenario> decode(byte[] input) {
        if (input.length < 2) {
            return Optional.empty();
        }
        ByteSource source = new ByteSource(input, 1, input[0] > VERSION && input[0] <= NEWEST ? input[0] : VERSION);
        World world = new World();
        List<Step> steps = new ArrayList<>();
        while (!source.exhausted() && steps.size() < MOST_STEPS) {
            Step step = StepGrammar.step(source, world, null);
            if (world.tryStep(step)) {
                steps.add(step);
            }
        }
        return Optional.of(new Scenario(steps));
    }

    /**
     * The input that stands for a scenario.
     *
     * @param scenario valid
     * @return empty where no input does: the scenario has more than {@value #MOST_STEPS} steps, or nests deeper than
     *     inputs tell
     */
    public static Optional<byte[]> encode(Scenario scenario) {
        Optional<byte[]> input = Optional.empty();
        for (int version = VERSION; version <= NEWEST && input.isEmpty(); version++) {
            input = encode(scenario, version);
        }
        return input;
    }

    private static Optional<byte[]> encode(Scenario scenario, int version) {
        ByteSink sink = new ByteSink(version);
        sink.write(version);
        World world = new World();
        for (Step step : scenario.steps()) {
            StepGrammar.step(sink, world, step);
            if (!world.tryStep(step)) {
                throw new IllegalArgumentException("an invalid scenario cannot be encoded");
            }
        }
        byte[] input = sink.bytes();
        return decode(input).filter(scenario::equals).map(same -> input);
    }
}
