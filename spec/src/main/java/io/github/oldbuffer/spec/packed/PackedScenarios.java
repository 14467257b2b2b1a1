package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.schema.StepShape;
import java.nio.ByteBuffer;
import java.util.List;

/** Batches of scenarios in the packed form. */
public final class PackedScenarios {

    /** The length of a scenario and its number of steps. */
    private static final int LEAST_BYTES = 6;

    private PackedScenarios() {}

    /**
     * Packs a batch.
     *
     * @param reuse is overwritten from its start on and set to little-endian
     * @return the batch, from position 0 to the limit: {@code reuse} where it has room, otherwise a larger buffer of
     *     the same sort (direct or not), worth keeping for the next batch
     * @throws IllegalArgumentException where a scenario holds a value that the packed form cannot tell
     */
    public static ByteBuffer encode(List<Scenario> batch, ByteBuffer reuse) {
        Writer out = new Writer(reuse);
        Headers.write(out, Headers.SCENARIOS, batch.size());
        StepsWriter steps = new StepsWriter(out);
        for (Scenario scenario : batch) {
            write(out, steps, scenario);
        }
        return out.finish();
    }

    /**
     * Unpacks a batch that may be anything.
     *
     * @param batch is read from its position to its limit; neither changes
     * @throws MalformedException where these bytes are not exactly one batch
     */
    public static List<Scenario> decode(ByteBuffer batch) throws MalformedException {
        Reader in = new Reader(batch);
        Scenario[] scenarios = new Scenario[Headers.read(in, Headers.SCENARIOS, LEAST_BYTES)];
        for (int i = 0; i < scenarios.length; i++) {
            scenarios[i] = read(in);
        }
        in.end("batch");
        return List.of(scenarios);
    }

    private static void write(Writer out, StepsWriter steps, Scenario scenario) {
        int start = out.enter();
        out.u16(scenario.steps().size(), Scenario.MAX_STEPS, "number of steps");
        steps.write(scenario.steps());
        out.leave(start);
    }

    private static Scenario read(Reader in) throws MalformedException {
        int outer = in.enter("scenario");
        int count = in.u16(Scenario.MAX_STEPS, "number of steps");
        Step[] steps = new Step[in.backed(count, StepShape.LEAST_BYTES, "number of steps")];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = StepShape.step().unpack(in);
        }
        in.leave(outer, "scenario");
        return new Scenario(List.of(steps));
    }
}
