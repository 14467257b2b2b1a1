package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Subject;
import io.github.oldbuffer.spec.facts.Subjects;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every scenario up to a bound, in blocks of one exporter each; numbers stay the same for all time of one kit.
 *
 * @param bound how many calls a scenario has at most, 1 to {@value #MOST}; but for the last blocks, the same for all bounds
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

    /**
     * How many blocks there are: one for the calls with NULL for the object, one for each exporter, one for calls that
     * stand together, and one for objects that Python code makes.
     */
    public int blocks() {
        return exporters.size() + 3;
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
        } else if (number == blocks() - 2) {
            SweptTogether.each(sink);
            SweptShares.each(sink);
            SweptInsides.each(sink);
        } else if (number == blocks() - 1) {
            SweptBirths.each(exporters, sink);
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

    /** How many scenarios there are. */
    public long size() {
        return size(Shard.WHOLE);
    }

    /** How many scenarios a shard has; those of exporters to which the same can be done are counted once. */
    public long size(Shard shard) {
        Map<Object, Long> counted = new HashMap<>();
        long size = 0;
        for (int number : blocksOf(shard)) {
            size += counted.computeIfAbsent(alike(number), none -> count(number));
        }
        return size;
    }

    private long count(int number) {
        long[] count = {0};
        each(number, steps -> count[0]++);
        return count[0];
    }

    /** What decides which steps make sense: the kind of exporter, and all that is known of the object but its bytes. */
    private Object alike(int number) {
        if (number == 0 || number >= blocks() - 2) {
            return number;
        }
        Exporter exporter = exporters.get(number - 1);
        try {
            Subject subject = Subjects.of(exporter);
            return Arrays.asList(
                    exporter.kind(),
                    subject.lawful(),
                    subject.layout(),
                    subject.memory(),
                    subject.mutable(),
                    subject.refusesWritable(),
                    subject.writableOpen());
        } catch (InvalidException invalid) {
            throw new IllegalStateException("a sweep has an exporter that makes no sense: " + exporter, invalid);
        }
    }
}
