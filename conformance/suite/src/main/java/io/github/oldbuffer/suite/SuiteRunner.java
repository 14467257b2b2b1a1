package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.suite.coverage.CoverageReport;
import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Explored;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Replays;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Verdicts;
import io.github.oldbuffer.suite.sweep.SweptSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the suite on an implementation: the scenarios of each clause, judged by that clause. */
public final class SuiteRunner {

    private final Examiner examiner;
    private final SuiteOptions options;
    private final RunJournal journal;
    private final ProgressListener progress;
    private final DeathBudget deaths = new DeathBudget();
    private final List<ThemeResult> results = new ArrayList<>();
    private Optional<String> broken = Optional.empty();

    private SuiteRunner(
            Implementation implementation, SuiteOptions options, RunJournal journal, ProgressListener progress) {
        this.examiner = Judged.byOwnClause(implementation);
        this.options = options;
        this.journal = journal;
        this.progress = progress;
    }

    /** Runs the suite and keeps no journal. */
    public static Explored run(
            Implementation implementation, SuiteOptions options, KnownDeviations known, ProgressListener progress) {
        return run(implementation, options, known, progress, RunJournal.NONE);
    }

    /**
     * Runs the suite; the same options, entries and answers of the implementation give an equal result.
     *
     * @param known entries that do not apply to the implementation are left aside
     * @param journal of this run with these options and entries; what it remembers is not run again
     */
    public static Explored run(
            Implementation implementation,
            SuiteOptions options,
            KnownDeviations known,
            ProgressListener progress,
            RunJournal journal) {
        return new SuiteRunner(implementation, options, journal, progress)
                .run(known.of(implementation.identity()), implementation);
    }

    private Explored run(KnownDeviations known, Implementation implementation) {
        progress.begins(options.clauses().size(), options.tries());
        Replays replays = replay(known);
        for (String clause : options.clauses()) {
            theme(Themes.of(clause));
            progress.settled(clause);
        }
        Tally tally = new Tally();
        results.forEach(result -> tally.addAll(result.tally()));
        int ofClauses = results.size();
        if (everything() && broken.isEmpty()) {
            Themes.beyond().forEach(this::theme);
        }
        List<ThemeResult> beyond = results.subList(ofClauses, results.size());
        Explored explored = Explored.of(Judged.byOwnClause(implementation), tally, known, replays);
        List<ClauseResult> clauses =
                Verdicts.of(options.clauses(), tally, explored.run().findings());
        return explored.with(clauses, broken.orElse(null)).with(coverage(beyond));
    }

    private boolean everything() {
        return options.clauses().size() == Clauses.all().size();
    }

    /** The witnesses of entries about the clauses asked for, and about deaths of their functions. */
    private Replays replay(KnownDeviations known) {
        try {
            return Replays.of(
                    examiner,
                    new KnownDeviations(
                            known.entries().stream().filter(this::asksFor).toList()));
        } catch (BrokenImplementationException e) {
            broken = Optional.of(e.getMessage());
            return Replays.NOTHING;
        }
    }

    /** Nothing is compared here, so that nothing can be said of entries about differences. */
    private boolean asksFor(KnownDeviation entry) {
        return switch (entry.kind()) {
            case VIOLATION -> options.clauses().contains(entry.clause().orElseThrow());
            case DEATH ->
                everything()
                        || options.clauses().stream()
                                .flatMap(clause -> ClauseFunctions.of(clause).stream())
                                .anyMatch(each -> each.cName().equals(entry.function()));
            case DIFFERENCE -> false;
        };
    }

    private void theme(Theme theme) {
        if (broken.isPresent()) {
            results.add(unseen(theme, new Tally()));
            return;
        }
        Optional<ThemeResult> past = journal.past(theme.clause());
        if (past.isPresent()) {
            past.get().deaths().forEach(deaths::raise);
            results.add(past.get());
            progress.tried(theme.clause(), options.tries());
            return;
        }
        Tally tally = new Tally();
        try {
            ThemeResult result = new ThemeRunner(examiner, options, deaths, progress).run(theme, tally);
            results.add(result);
            journal.add(result);
        } catch (BrokenImplementationException e) {
            broken = Optional.of(e.getMessage());
            results.add(unseen(theme, tally));
        }
    }

    private ThemeResult unseen(Theme theme, Tally tally) {
        tally.missing(
                theme.clause(),
                (options.tries() - tally.scenarios()) + " of " + options.tries()
                        + " tries, because the implementation cannot go on");
        return new ThemeResult(theme.clause(), tally, Covered.NOTHING, deaths.deaths());
    }

    /** Adds what no clause speaks of; deaths there are listed and do not affect the verdict. */
    private Coverage coverage(List<ThemeResult> beyond) {
        Covered covered = results.stream().map(ThemeResult::covered).reduce(Covered.NOTHING, Covered::and);
        Tally tally = new Tally();
        beyond.forEach(result -> tally.addAll(result.tally()));
        List<Finding> found = Explored.named(examiner.identity(), tally.findingsByKey());
        return CoverageReport.of(SweptSpace.possible(), covered, tally.scenarios(), found);
    }
}
