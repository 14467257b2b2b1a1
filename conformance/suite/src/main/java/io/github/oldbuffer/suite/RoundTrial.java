package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.properties.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
    private final Consumer<Ended> journal;
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private final Map<String, ExecutionEnd> ends = new LinkedHashMap<>();
    private int journalled;
    private BrokenImplementationException broken;

    /** What is told of a property when it has ended, and what it added to the findings. */
    record Ended(ExecutionEnd end, List<Deviation> found) {}

    /** @param journal is told of every property that ended while the implementation could go on */
    RoundTrial(
            Implementation implementation,
            SuiteOptions options,
            Findings findings,
            ProgressListener progress,
            Consumer<Ended> journal) {
        this.implementation = implementation;
        this.options = options;
        this.findings = findings;
        this.progress = progress;
        this.journal = journal;
        this.journalled = findings.count();
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

    /** What each property came to; its failure is among the findings from then on. */
    Map<String, ExecutionEnd> ends() {
        collect();
        return ends;
    }

    Optional<BrokenImplementationException> broken() {
        return Optional.ofNullable(broken);
    }

    /** Failures of properties that have ended, and so are shrunk. */
    private void collect() {
        executions.forEach((clause, execution) -> {
            if (!ends.containsKey(clause)) {
                execution.found().ifPresent(findings::add);
                ends.put(clause, execution.end());
                if (broken == null) {
                    journal.accept(new Ended(execution.end(), findings.since(journalled)));
                    journalled = findings.count();
                }
            }
        });
    }
}
