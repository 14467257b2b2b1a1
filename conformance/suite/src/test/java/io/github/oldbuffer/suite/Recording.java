package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** An implementation that keeps the scenarios it ran. */
public record Recording(Implementation implementation, List<Scenario> scenarios) implements Implementation {

    public Recording(Implementation implementation) {
        this(implementation, new ArrayList<>());
    }

    @Override
    public Identity identity() {
        return implementation.identity();
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        scenarios.addAll(batch);
        return implementation.run(batch);
    }

    @Override
    public void restart() {
        implementation.restart();
    }

    @Override
    public void close() {
        implementation.close();
    }
}
