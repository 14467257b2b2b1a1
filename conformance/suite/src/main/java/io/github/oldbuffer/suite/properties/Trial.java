package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.scenario.Scenario;

/** What properties hand their scenarios to: it runs them, judges them, and keeps count. */
public interface Trial {

    /** Scenarios for each clause, at least 1. */
    int tries();

    /** The seed of a clause's scenarios; it depends on the run's seed and on this clause alone. */
    long seed(String clause);

    /** What the implementation has; scenarios are drawn from that. */
    default Capabilities supports() {
        return Capabilities.EVERYTHING;
    }

    /**
     * Runs a scenario and judges one clause by it.
     *
     * @throws AssertionError where the clause is violated, or the implementation died, in a way that is not known
     */
    void check(String clause, Scenario scenario);

    /**
     * Ends a clause's property after all tries held.
     *
     * @throws AssertionError where that proves nothing, because the scenarios lacked what the clause is about
     */
    void end(String clause);
}
