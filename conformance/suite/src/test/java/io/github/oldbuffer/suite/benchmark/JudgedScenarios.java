package io.github.oldbuffer.suite.benchmark;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.generate.Choices;
import io.github.oldbuffer.suite.generate.ScenarioGenerator;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Search;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Try;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Judged scenarios a second through a search, end to end: generated, run, and judged by every clause.
 *
 * <p>The scenarios are those of the suite, every clause's theme in turn. {@code conformance/benchmark} runs it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class JudgedScenarios {

    private static final int BATCH = 1_000;
    private static final int BATCHES = 20;

    @Param({"model", "cpython"})
    public String implementationId;

    private Implementation implementation;
    private List<Theme> themes;
    private int turn;
    private Choices choices;

    @Setup
    public void open() throws UnavailableException {
        themes = Clauses.all().stream().map(clause -> Themes.of(clause.id())).toList();
        choices = Choices.random(new SplittableRandom(42));
        for (ImplementationProvider provider : ServiceLoader.load(ImplementationProvider.class)) {
            if (provider.accepts(implementationId)) {
                implementation = provider.open(implementationId);
            }
        }
    }

    @TearDown
    public void close() {
        implementation.close();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH * BATCHES)
    public void endToEnd(Blackhole blackhole) {
        Iterator<Try> source = Stream.generate(() -> new Try("", scenario()))
                .limit((long) BATCH * BATCHES)
                .iterator();
        Tally tally = new Tally();
        new Search(Judged.byEveryClause(implementation), BATCH, new DeathBudget(), Search.Watcher.NONE)
                .run(source, tally);
        blackhole.consume(tally);
    }

    /** The part that is the kit's own: without it, the ratio to the whole says what the implementation costs. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void generateOnly(Blackhole blackhole) {
        blackhole.consume(batch());
    }

    private List<Scenario> batch() {
        List<Scenario> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            batch.add(scenario());
        }
        return batch;
    }

    private Scenario scenario() {
        Theme theme = themes.get(turn % themes.size());
        return ScenarioGenerator.generate(theme, turn++ / themes.size(), choices);
    }
}
