package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.generate.Choices;
import io.github.oldbuffer.suite.generate.ScenarioGenerator;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import java.util.SplittableRandom;

/** The scenarios of clauses' properties, numbered, so that whoever knows the seed can run them ahead of the tries. */
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
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed + number).nextLong());
        return ScenarioGenerator.generate(theme, number, Choices.random(random));
    }
}
