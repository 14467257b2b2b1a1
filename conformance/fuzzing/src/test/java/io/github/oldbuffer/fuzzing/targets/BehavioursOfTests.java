package io.github.oldbuffer.fuzzing.targets;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.suite.properties.Scenarios;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BehavioursOfTests {

    private static final Implementation MODEL = ModelImplementation.lawful();

    private static Set<Integer> behaviours(Scenario scenario) {
        return BehavioursOf.run(scenario, MODEL.run(List.of(scenario)).get(0));
    }

    @Test
    void an_object_over_the_memory_of_another_counts_as_its_kind() {
        Step made = new Step.Make(0, new ByteArray(8, 1, false));
        Set<Integer> views = behaviours(shared(made, Sharing.MEMORYVIEW));
        assertNotEquals(views, behaviours(shared(made, Sharing.FROM_BUFFER)));
    }

    private static Scenario shared(Step made, Sharing sharing) {
        return new Scenario(List.of(
                made,
                new Step.Share(1, 0, sharing, 0),
                Step.Call.of(Function.READ, 1),
                new Step.Acquire(0, 1, Request.SIMPLE)));
    }

    @Test
    void whatever_is_generated_is_told_apart() {
        Set<Integer> all = new HashSet<>();
        boolean shares = false;
        for (Clause clause : Clauses.all()) {
            for (int i = 0; i < 100; i++) {
                Scenario scenario = Scenarios.of(clause.id(), 1, i);
                shares |= scenario.steps().stream().anyMatch(Step.Share.class::isInstance);
                all.addAll(behaviours(scenario));
            }
        }
        assertTrue(all.size() > 500, all.size() + " behaviours");
        assertTrue(shares, "nothing generated has two objects over one memory");
    }
}
