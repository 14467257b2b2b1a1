package io.github.oldbuffer.conformance.suite;

import io.github.oldbuffer.conformance.properties.Trial;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The trial of one round of a run.
 *
 * <p>It adds what fails to the run's findings, and lets no property fail for want of scenarios: that is told in the
 * result. Once the implementation cannot go on, every check passes without running anything.
 */
final class RoundTrial implements Trial {

    private final Implementation implementation;
    private final SuiteOptions options;
    private final Findings findings;
    private final ProgressListener progress;
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private BrokenImplementationException broken;

    RoundTrial(Implementation implementation, SuiteOptions options, Findings findings, ProgressListener progress) {
        this.implementation = implementation;
        this.options = options;
        this.findings = findings;
        this.progress = progress;
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
    public void check(String clause, Scenario scenario) {
        Execution execution = executions.get(clause);
        if (execution == null) {
            collect();
            execution = new Execution(clause, implementation, options, sighting -> findings.expect(clause, sighting));
            executions.put(clause, execution);
        }
        if (broken != null) {
            return;
        }
        if (execution.found().isEmpty()) {
            progress.tried(clause);
        }
        try {
            execution.check(scenario);
        } catch (BrokenImplementationException e) {
            broken = e;
        }
    }

    @Override
    public void end(String clause) {
        progress.settled(clause);
    }

    /** What each property did; its failure is among the findings from then on. */
    Map<String, Execution> executions() {
        collect();
        return executions;
    }

    Optional<BrokenImplementationException> broken() {
        return Optional.ofNullable(broken);
    }

    /** Failures of properties that have ended, and so are shrunk. */
    private void collect() {
        executions.values().forEach(execution -> execution.found().ifPresent(findings::add));
    }
}
