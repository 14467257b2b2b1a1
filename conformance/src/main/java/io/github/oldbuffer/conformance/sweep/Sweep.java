package io.github.oldbuffer.conformance.sweep;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every scenario up to a bound, in blocks of one exporter each; numbers stay the same for all time of one kit.
 *
 * @param bound how many calls a scenario has at most, 1 to {@value #MOST}
 */
public record Sweep(int bound, List<Exporter> exporters) {
    /** The greatest bound: each step further multiplies the scenarios by about 60. */
    public static final int MOST = 3;

    public Sweep {
        if (bound < 1 || bound > MOST) {
            throw new IllegalArgumentException("a bound is 1 to " + MOST + ", not " + bound);
        }
        exporters = List.copyOf(exporters);
    }

    public static Sweep of(int bound) {
        return new Sweep(bound, SweptExporters.all());
    }

    /** How many blocks there are: one for each exporter, and one for the calls with NULL for the object. */
    public int blocks() {
        return exporters.size() + 1;
    }

    /** The scenarios of a block: none twice, and none that is in another block. */
    public Stream<Scenario> block(int number) {
        return scenarios(number).stream();
    }

    /** The scenarios of a block, side by side where they begin alike. */
    List<Scenario> scenarios(int number) {
        List<Scenario> scenarios = new ArrayList<>();
        each(number, steps -> scenarios.add(new Scenario(steps)));
        return scenarios;
    }

    private void each(int number, Consumer<List<Step>> sink) {
        if (number == 0) {
            SweptCalls.withoutObject(sink);
        } else {
            SweptCalls.on(exporters.get(number - 1), bound, sink);
        }
    }

    /** The blocks of a shard; the shards of a sweep share nothing and leave nothing out. */
    public List<Integer> blocksOf(Shard shard) {
        List<Integer> numbers = new ArrayList<>();
        IntStream.range(0, blocks())
                .filter(number -> number % shard.of() == shard.index() - 1)
                .forEach(numbers::add);
        return numbers;
    }

    /** How many scenarios there are; they are all made to be counted. */
    public long size() {
        return size(Shard.WHOLE);
    }

    /** How many scenarios a shard has. */
    public long size(Shard shard) {
        long[] count = {0};
        for (int number : blocksOf(shard)) {
            each(number, steps -> count[0]++);
        }
        return count[0];
    }
}
