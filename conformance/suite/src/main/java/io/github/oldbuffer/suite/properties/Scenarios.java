package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.generate.ScenarioSource;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;

/**
 * The scenarios of clauses' properties for implementations without limits, numbered, so that whoever knows the seed can
 * run them ahead of the tries; {@link ScenarioSource} has those for implementations with limits.
 */
public final class Scenarios {

    private Scenarios() {}

    /**
     * The scenario of one try.
     *
     * @param seed of the clause's scenarios, see {@link Trial#seed}
     * @param number 0 or more; consecutive ones take turns with the theme's scenes, so that what a property must see is
     *     not left to luck
     */
    public static Scenario of(String clause, long seed, int number) {
        return of(Themes.of(clause), seed, number);
    }

    /** The scenario about a theme; parameters as for {@link #of(String, long, int)}. */
    public static Scenario of(Theme theme, long seed, int number) {
        return ScenarioSource.of(theme, seed, Capabilities.EVERYTHING)
                .number(number)
                .scenario();
    }
}
