package io.github.oldbuffer.ports;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.generate.Choices;
import io.github.oldbuffer.suite.generate.ScenarioGenerator;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The scenarios by which a port is compared with CPython: those of the clauses, and what no clause speaks of. */
final class PortScenarios {

    private static final int BATCH = 128;

    /** The themes that no clause speaks of get more tries each: whatever a port does otherwise shows there. */
    private static final int WEIGHT = 8;

    private PortScenarios() {}

    /** Hands them over in batches; the same clauses, tries and seed give the same scenarios. */
    static void forEach(List<String> clauses, int tries, long seed, Consumer<List<Scenario>> sink) {
        for (String clause : clauses) {
            batches(Themes.of(clause), tries, seed, sink);
        }
        for (Theme theme : Themes.reference()) {
            batches(theme, WEIGHT * tries, seed, sink);
        }
    }

    private static void batches(Theme theme, int tries, long seed, Consumer<List<Scenario>> sink) {
        SplittableRandom random =
                new SplittableRandom(31 * seed + theme.clause().hashCode());
        List<Scenario> batch = new ArrayList<>();
        for (int turn = 0; turn < tries; turn++) {
            batch.add(ScenarioGenerator.generate(theme, turn, Choices.random(random.split())));
            if (batch.size() == BATCH || turn == tries - 1) {
                sink.accept(List.copyOf(batch));
                batch.clear();
            }
        }
    }
}
