package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.properties.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The trial of a test class: each clause passes or fails by itself.
 *
 * <p>A property fails with the first deviation that is not on file, with an entry on file that is stale, and where its
 * scenarios prove nothing. Not for use by several threads.
 */
public final class StrictTrial implements Trial {

    private final Implementation implementation;
    private final SuiteOptions options;
    private final KnownDeviations known;
    private final Findings findings = new Findings();
    private final List<KnownDeviation> stale = new ArrayList<>();
    private final Map<String, Execution> executions = new HashMap<>();

    /** @param known entries that do not apply to the implementation are left aside */
    public StrictTrial(Implementation implementation, SuiteOptions options, KnownDeviations known) {
        this.implementation = implementation;
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
        return implementation.supports();
    }

    /**
     * {@inheritDoc}
     *
     * @throws DeviationError where the clause is violated, or the implementation died, in a way that is not known
     * @throws BrokenImplementationException where the implementation cannot be used any more
     */
    @Override
    public void check(String clause, Scenario scenario) {
        Execution execution = executions.get(clause);
        if (execution == null) {
            replay(clause);
            execution = new Execution(clause, implementation, options, sighting -> findings.expect(clause, sighting));
            executions.put(clause, execution);
        }
        execution.check(scenario);
    }

    @Override
    public void end(String clause) {
        for (KnownDeviation entry : stale) {
            if (entry.clause().equals(clause)) {
                throw new AssertionError(clause + ": the known deviation \"" + entry.symptom()
                        + "\" is stale: its witness deviates no more, so take it off the file");
            }
        }
        List<String> missing = executions.get(clause).missing();
        if (!missing.isEmpty()) {
            throw new AssertionError(clause + ": not exercised, so nothing is proved; its scenarios lacked: "
                    + String.join("; ", missing));
        }
    }

    private void replay(String clause) {
        for (KnownDeviation entry : known.entries()) {
            if (entry.clause().equals(clause)) {
                Replays.Replayed replayed = Replays.of(implementation, entry);
                if (replayed.stale()) {
                    replayed.found().ifPresent(death -> {
                        throw new DeviationError(death);
                    });
                    stale.add(entry);
                }
                replayed.found().ifPresent(findings::add);
            }
        }
    }
}
