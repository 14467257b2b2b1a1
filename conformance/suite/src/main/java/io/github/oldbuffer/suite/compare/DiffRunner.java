package io.github.oldbuffer.suite.compare;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import io.github.oldbuffer.suite.search.ClauseSource;
import io.github.oldbuffer.suite.search.Compared;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Explored;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Replays;
import io.github.oldbuffer.suite.search.Search;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Verdicts;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares two implementations by the scenarios that {@code run} would give them, and by those no clause speaks of. */
public final class DiffRunner {

    private static final int LARGEST_BATCH = 64;
    private static final List<String> CLAUSES =
            Clauses.all().stream().map(Clause::id).toList();

    private DiffRunner() {}

    /**
     * Compares, and replays what is on file about each of the two; the same options and answers of the implementations give an equal result.
     *
     * @param options for each theme; which clauses they name does not matter
     * @param today entries that have expired on this day do not count
     */
    public static DiffResult run(
            Implementation left,
            Implementation right,
            SuiteOptions options,
            LocalDate today,
            ProgressListener progress) {
        Compared compared = new Compared(left, right);
        Tally tally = Tally.counting();
        Optional<String> broken = search(compared, options, progress, tally);
        Tally ofRight = compared.rightTally();
        long leftOut = tally.skipped();
        return new DiffResult(
                run(compared, left, tally, today, broken),
                run(Judged.byEveryClause(right), right, ofRight, today, broken),
                leftOut,
                tally.comparedScenarios(),
                compared.differing(),
                findings -> scenarios(findings, tally, known(left.identity(), today)),
                findings -> scenarios(findings, ofRight, known(right.identity(), today)),
                broken);
    }

    private static Optional<String> search(
            Compared compared, SuiteOptions options, ProgressListener progress, Tally tally) {
        List<Theme> themes = Stream.concat(CLAUSES.stream().map(Themes::of), Themes.reference().stream())
                .toList();
        progress.begins(themes.size(), options.tries());
        DeathBudget deaths = new DeathBudget();
        try {
            for (Theme theme : themes) {
                Search.Watcher watcher = new Search.Watcher() {
                    @Override
                    public void advanced(int scenarios) {
                        progress.tried(theme.clause(), scenarios);
                    }
                };
                new Search(compared, LARGEST_BATCH, deaths, watcher)
                        .run(
                                ClauseSource.of(
                                        theme, options.seed(theme.clause()), options.tries(), compared.supports()),
                                tally);
                progress.settled(theme.clause());
            }
            return Optional.empty();
        } catch (BrokenImplementationException broken) {
            return Optional.of(broken.getMessage());
        }
    }

    private static KnownDeviations known(Identity identity, LocalDate today) {
        return KnownDeviations.builtIn(identity)
                .and(KnownDeviations.beyondTheContract(identity))
                .of(identity)
                .on(today);
    }

    private static Run run(
            Examiner examiner, Implementation implementation, Tally tally, LocalDate today, Optional<String> broken) {
        KnownDeviations known = known(implementation.identity(), today);
        // by the contract alone: what the other one makes of a witness on file is no difference that was looked for
        Replays replays = broken.isPresent() ? Replays.NOTHING : replays(implementation, known);
        Explored explored = Explored.of(examiner, tally, known, replays);
        return explored.with(Verdicts.of(CLAUSES, tally, explored.run().findings()), broken.orElse(null))
                .run();
    }

    /** How many scenarios showed any of some findings; which of several causes of a symptom it was, the object tells. */
    private static long scenarios(List<Finding> findings, Tally tally, KnownDeviations known) {
        return tally.showing((key, object) -> findings.stream()
                .anyMatch(finding -> finding.key().equals(key)
                        && Objects.equals(reason(finding.filed()), reason(filed(finding, object, known)))));
    }

    private static Filed filed(Finding finding, String object, KnownDeviations known) {
        Finding ofObject = new Finding(
                null,
                finding.kind(),
                finding.function(),
                finding.clause(),
                finding.symptom(),
                null,
                object,
                "",
                null,
                finding.signal(),
                null,
                null,
                null,
                null);
        return known.find(ofObject).map(KnownDeviation::filed).orElse(null);
    }

    private static String reason(Filed filed) {
        return filed == null ? null : filed.reason();
    }

    private static Replays replays(Implementation implementation, KnownDeviations known) {
        try {
            return Replays.of(Judged.byEveryClause(implementation), known);
        } catch (BrokenImplementationException nothingToSay) {
            return Replays.NOTHING;
        }
    }
}
