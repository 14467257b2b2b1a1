package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.properties.Trial;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Judged;
import java.util.HashMap;
import java.util.Map;

/**
 * The trial of a test class: each clause passes or fails by itself.
 *
 * <p>A property fails with the first finding that is not on file, with an entry on file that is stale, and where its
 * scenarios prove nothing. Not for use by several threads.
 */
public final class StrictTrial implements Trial {

    private final Examiner examiner;
    private final SuiteOptions options;
    private final KnownDeviations known;
    private final DeathBudget deaths = new DeathBudget();
    private final Map<String, ClauseTrial> clauses = new HashMap<>();

    /** @param known entries that do not apply to the implementation are left aside */
    public StrictTrial(Implementation implementation, SuiteOptions options, KnownDeviations known) {
        this.examiner = Judged.byOwnClause(implementation);
        this.options = options;
        this.known = known.of(implementation.identity());
    }

    @Override
    public int tries() {
        return options.tries();
    }

    @Override
    public long seed(String clause) {
        return options.seed(clause);
    }

    @Override
    public Capabilities supports() {
        return examiner.supports();
    }

    /**
     * {@inheritDoc}
     *
     * @throws DeviationError where the clause is violated, or the implementation died, in a way that is not known
     * @throws BrokenImplementationException where the implementation cannot be used any more
     */
    @Override
    public void check(String clause, Scenario scenario) {
        clauses.computeIfAbsent(clause, first -> new ClauseTrial(first, examiner, options, known, deaths))
                .examine(scenario)
                .ifPresent(finding -> {
                    throw new DeviationError(clause, finding);
                });
    }

    @Override
    public void end(String clause) {
        clauses.get(clause).end();
    }
}
