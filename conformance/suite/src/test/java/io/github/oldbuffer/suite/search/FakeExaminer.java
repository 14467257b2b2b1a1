package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Shows what a function says.
 *
 * @param shows given a scenario, what it shows
 * @param log what was done: {@code run} for each scenario, and {@code restart}
 * @param broken whether it runs nothing any more
 */
record FakeExaminer(Function<Scenario, List<Finding>> shows, List<String> log, boolean broken) implements Examiner {

    static final Identity IDENTITY = new Identity("fake", "Fake", "1.0");

    FakeExaminer(Function<Scenario, List<Finding>> shows) {
        this(shows, new ArrayList<>());
    }

    FakeExaminer(Function<Scenario, List<Finding>> shows, List<String> log) {
        this(shows, log, false);
    }

    @Override
    public Identity identity() {
        return IDENTITY;
    }

    @Override
    public List<Ran> run(List<Scenario> batch) {
        if (broken) {
            throw new BrokenImplementationException("fake cannot go on", null);
        }
        batch.forEach(scenario -> log.add("run"));
        return batch.stream()
                .map(scenario -> new Ran(Transcript.completed(List.of()), null))
                .toList();
    }

    @Override
    public void count(Try tried, Ran ran, Tally tally) {
        findings(tried, ran).forEach(tally::add);
    }

    @Override
    public List<Finding> findings(Try tried, Ran ran) {
        return shows.apply(tried.scenario());
    }

    @Override
    public Capabilities supports() {
        return Capabilities.EVERYTHING;
    }

    @Override
    public void leftOut(Try tried, Tally tally) {
        log.add("left out");
    }

    @Override
    public void restart() {
        log.add("restart");
    }

    long runs() {
        return log.stream().filter("run"::equals).count();
    }
}
