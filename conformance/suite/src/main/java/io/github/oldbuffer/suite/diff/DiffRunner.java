package io.github.oldbuffer.suite.diff;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.suite.BrokenImplementationException;
import io.github.oldbuffer.suite.ClauseBook;
import io.github.oldbuffer.suite.ClauseOutcome;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.generate.ScenarioSource;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares two implementations.
 *
 * <p>In each round every clause's theme has its turn, with the scenarios that {@code run} would give it, and so have
 * the themes that no clause speaks of; they are drawn from what both implementations have.
 */
public final class DiffRunner {

    private final Pair pair;
    private final SuiteOptions options;
    private final Capabilities supported;
    private final ClauseBook leftBook;
    private final ClauseBook rightBook;
    private final Differences differences = new Differences();
    private final DeadlyCalls deadly = new DeadlyCalls();
    private final Set<String> unfinished = new LinkedHashSet<>();
    private long scenarios;
    private long leftUnsupported;
    private long rightUnsupported;

    private DiffRunner(Implementation left, Implementation right, Pair pair, SuiteOptions options) {
        this.pair = pair;
        this.options = options;
        this.supported = left.supports().and(right.supports());
        this.leftBook = new ClauseBook(left);
        this.rightBook = new ClauseBook(right);
    }

    /**
     * Compares; the same options and answers of the implementations give an equal result.
     *
     * @param options for each theme; which clauses they name does not matter
     * @param known what is on file, for an implementation
     */
    public static DiffResult run(
            Implementation left,
            Implementation right,
            SuiteOptions options,
            Function<Implementation, KnownDeviations> known,
            ProgressListener progress) {
        try (Pair pair = new Pair(left, right)) {
            DiffRunner runner = new DiffRunner(left, right, pair, options);
            runner.rounds(progress);
            return new DiffResult(
                    new DiffResult.Side(
                            left.identity(), runner.leftUnsupported, runner.clauses(runner.leftBook, left, known)),
                    new DiffResult.Side(
                            right.identity(), runner.rightUnsupported, runner.clauses(runner.rightBook, right, known)),
                    runner.scenarios,
                    runner.deadly.leftOut(),
                    runner.differences.compared(),
                    runner.differences.differing(),
                    runner.differences.reduced(pair::run),
                    List.copyOf(runner.unfinished));
        }
    }

    private void rounds(ProgressListener progress) {
        List<ScenarioSource> sources = Stream.concat(
                        options.clauses().stream().map(Themes::of), Themes.reference().stream())
                .map(theme -> ScenarioSource.of(theme, options.seed(theme.clause()), supported))
                .toList();
        progress.begins(sources.size(), options.tries());
        try {
            for (int number = 0; number < options.tries(); number++) {
                round(sources, number, progress);
            }
        } catch (BrokenImplementationException broken) {
            unfinished.add(broken.getMessage());
        }
    }

    private void round(List<ScenarioSource> sources, int number, ProgressListener progress) {
        List<Theme> open = new ArrayList<>();
        List<Scenario> batch = new ArrayList<>();
        for (ScenarioSource source : sources) {
            Theme theme = source.theme();
            Scenario scenario = source.number(number);
            if (goesOn(theme) && !deadly.leavesOut(scenario)) {
                open.add(theme);
                batch.add(scenario);
            }
        }
        List<Pair.Transcripts> transcripts = pair.run(batch);
        for (int i = 0; i < batch.size(); i++) {
            see(open.get(i).clause(), batch.get(i), transcripts.get(i));
            progress.tried(open.get(i).clause());
        }
    }

    private void see(String theme, Scenario scenario, Pair.Transcripts pair) {
        scenarios++;
        leftUnsupported += pair.left().outcome() instanceof Outcome.Unsupported ? 1 : 0;
        rightUnsupported += pair.right().outcome() instanceof Outcome.Unsupported ? 1 : 0;
        leftBook.see(theme, scenario, pair.left());
        rightBook.see(theme, scenario, pair.right());
        differences.see(scenario, pair);
        deadly.see(scenario, pair.left());
        deadly.see(scenario, pair.right());
    }

    private boolean goesOn(Theme theme) {
        boolean givenUp = leftBook.diesTooOften(theme.clause()) || rightBook.diesTooOften(theme.clause());
        if (givenUp) {
            unfinished.add("scenarios about " + theme.clause()
                    + " were given up before the last one, because an implementation died too often");
        }
        return !givenUp;
    }

    private List<ClauseOutcome> clauses(
            ClauseBook book, Implementation implementation, Function<Implementation, KnownDeviations> known) {
        return book.outcomes(options.tries(), known.apply(implementation));
    }
}
