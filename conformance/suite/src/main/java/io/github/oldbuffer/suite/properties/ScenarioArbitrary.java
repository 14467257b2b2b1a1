package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;

/**
 * The scenarios of a clause's property, one after the other.
 *
 * <p>They are counted here and not by the generators, of which jqwik makes as many as it likes; and they depend on the
 * clause's seed alone, not on how jqwik uses its random numbers.
 */
final class ScenarioArbitrary implements Arbitrary<Scenario> {

    private final String clause;
    private final long seed;
    private final AtomicInteger number = new AtomicInteger();

    /** For one execution of one property. */
    ScenarioArbitrary(String clause, long seed) {
        this.clause = clause;
        this.seed = seed;
    }

    @Override
    public RandomGenerator<Scenario> generator(int genSize) {
        return random -> new ShrinkableScenario(Scenarios.of(clause, seed, number.getAndIncrement()));
    }

    /** None: the generator chooses edges often, and jqwik's would be shared out by its own rules. */
    @Override
    public EdgeCases<Scenario> edgeCases(int maxEdgeCases) {
        return EdgeCases.none();
    }
}
