package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.generate.ScenarioSource;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;

/**
 * The scenarios of a clause's property, one after the other.
 *
 * <p>They are counted here and not by the generators, of which jqwik makes as many as it likes; and they depend on the
 * clause's seed and on what the implementation has alone, not on how jqwik uses its random numbers.
 */
final class ScenarioArbitrary implements Arbitrary<Scenario> {

    private final ScenarioSource source;
    private final AtomicInteger number = new AtomicInteger();

    /** For one execution of one property. */
    ScenarioArbitrary(ScenarioSource source) {
        this.source = source;
    }

    @Override
    public RandomGenerator<Scenario> generator(int genSize) {
        return random ->
                new ShrinkableScenario(source.number(number.getAndIncrement()).scenario());
    }

    /** None: the generator chooses edges often, and jqwik's would be shared out by its own rules. */
    @Override
    public EdgeCases<Scenario> edgeCases(int maxEdgeCases) {
        return EdgeCases.none();
    }
}
