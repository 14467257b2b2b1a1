package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.suite.coverage.SpaceCoverage;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import io.github.oldbuffer.suite.search.ClauseSource;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Ran;
import io.github.oldbuffer.suite.search.Search;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Try;
import java.util.List;

/**
 * Runs the scenarios of themes, one theme after the other.
 *
 * @param examiner of the implementation
 * @param deaths which calls are made no more, over all themes
 */
public record ThemeRunner(Examiner examiner, SuiteOptions options, DeathBudget deaths, ProgressListener progress) {

    private static final int LARGEST_BATCH = 64;

    /**
     * Runs a theme's scenarios.
     *
     * @param partly gets what was seen, also where the implementation breaks
     * @return what they came to
     * @throws BrokenImplementationException where the implementation cannot be used any more
     */
    public ThemeResult run(Theme theme, Tally partly) {
        Watching watching =
                new Watching(theme, options, new SpaceCoverage(), new DemandsMet(theme.demands()), progress);
        new Search(examiner, LARGEST_BATCH, deaths, watching)
                .run(
                        ClauseSource.of(theme, options.seed(theme.clause()), options.tries(), examiner.supports()),
                        partly);
        watching.missing().forEach(what -> partly.missing(theme.clause(), what));
        return new ThemeResult(theme.clause(), partly, watching.space().covered(), deaths.deaths());
    }

    private record Watching(
            Theme theme, SuiteOptions options, SpaceCoverage space, DemandsMet demands, ProgressListener progress)
            implements Search.Watcher {

        @Override
        public void examined(Try tried, Ran ran, Tally tally) {
            space.add(tried.scenario(), tried.facts(), ran.transcript());
            if (Clauses.find(theme.clause()).isPresent()) {
                tried.inPlaceOf().ifPresent(demands::waive);
                demands.see(tried, ran.transcript());
            }
        }

        @Override
        public void advanced(int scenarios) {
            progress.tried(theme.clause(), scenarios);
        }

        /** Below so many tries nothing is demanded. */
        private List<String> missing() {
            return options.tries() < SuiteOptions.DEMANDING ? List.of() : demands.missing();
        }
    }
}
