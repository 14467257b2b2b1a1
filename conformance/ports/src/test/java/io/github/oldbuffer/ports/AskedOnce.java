package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A reference that runs each scenario once: the same seed gives every port the same scenarios, and the reference the
 * same answers, also where CPython dies and its process has to be started again.
 */
final class AskedOnce implements Implementation {

    /** More than a comparison has; what is tried to make witnesses smaller differs from port to port. */
    private static final int MOST = 40_000;

    private final Implementation implementation;
    private final Map<Scenario, Transcript> answers = new HashMap<>();

    AskedOnce(Implementation implementation) {
        this.implementation = implementation;
    }

    @Override
    public Identity identity() {
        return implementation.identity();
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        Set<Scenario> unknown = new LinkedHashSet<>(batch);
        unknown.removeAll(answers.keySet());
        Map<Scenario, Transcript> fresh = new HashMap<>();
        if (!unknown.isEmpty()) {
            List<Scenario> asked = List.copyOf(unknown);
            List<Transcript> told = implementation.run(asked);
            for (int i = 0; i < asked.size(); i++) {
                fresh.put(asked.get(i), told.get(i));
            }
        }
        if (answers.size() < MOST) {
            answers.putAll(fresh);
        }
        return batch.stream()
                .map(scenario -> fresh.getOrDefault(scenario, answers.get(scenario)))
                .toList();
    }

    @Override
    public void close() {
        implementation.close();
    }
}
