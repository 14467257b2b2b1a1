package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.generate.Theme.Scene;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The scenarios about a theme, numbered, drawn from what an implementation has.
 *
 * <p>One without limits gets a theme's scenarios as they are. One with limits gets those of them that it can run, under
 * the same numbers, and in place of each other one a scenario about the same theme that it can run. All of it depends
 * on the theme, the seed and the capabilities alone. Not for several threads.
 */
public final class ScenarioSource {

    /** Draws of a scene before it counts as one that the implementation cannot play. */
    private static final int PROBES = 1_024;

    /** Draws in place of one scenario: one of the rarest kind is one in some hundreds. */
    private static final int ATTEMPTS = 2_048;

    private final Theme theme;
    private final long seed;
    private final Capabilities supported;
    private final boolean limited;
    /** Scenes that the implementation can play; {@code null} as long as nobody needed them. */
    private List<Scene> playable;

    private ScenarioSource(Theme theme, long seed, Capabilities supported) {
        this.theme = theme;
        this.seed = seed;
        this.supported = supported;
        this.limited = !supported.equals(Capabilities.EVERYTHING);
    }

    /**
     * The scenarios for an implementation.
     *
     * @param seed of the theme's scenarios
     * @param supported by the implementation
     */
    public static ScenarioSource of(Theme theme, long seed, Capabilities supported) {
        return new ScenarioSource(theme, seed, supported);
    }

    public Theme theme() {
        return theme;
    }

    /**
     * A scenario that the implementation can run; one that it cannot run where none about the theme was found.
     *
     * @param number 0 or more; consecutive ones take turns with the theme's scenes, so that what a property must see is
     *     not left to luck
     */
    public Drafted number(int number) {
        SplittableRandom random = new SplittableRandom(seed + number);
        Draft asIs = ScenarioGenerator.draft(theme, number, choices(random));
        Scenario scenario = asIs.scenario();
        if (suffice(scenario)) {
            return new Drafted(scenario, asIs.facts(), Optional.empty());
        }
        Draft other = inPlaceOf(asIs, random);
        return new Drafted(other.scenario(), other.facts(), Optional.of(scenario));
    }

    private Draft inPlaceOf(Draft asIs, SplittableRandom random) {
        if (playable == null) {
            playable = theme.scenes().stream().filter(this::canBePlayed).toList();
        }
        for (int i = 0; i < ATTEMPTS && !playable.isEmpty(); i++) {
            Scene scene = playable.get(random.nextInt(playable.size()));
            Draft drawn = ScenarioGenerator.draft(theme, scene, choices(random));
            if (suffice(drawn.scenario())) {
                return drawn;
            }
        }
        return asIs;
    }

    private boolean canBePlayed(Scene scene) {
        SplittableRandom random = new SplittableRandom(0);
        for (int i = 0; i < PROBES; i++) {
            if (suffice(ScenarioGenerator.draft(theme, scene, choices(random)).scenario())) {
                return true;
            }
        }
        return false;
    }

    private boolean suffice(Scenario scenario) {
        return !limited || supported.suffice(scenario);
    }

    /** Choices of their own, so that a scenario does not depend on how many of them the one before it took. */
    private static Choices choices(SplittableRandom random) {
        return Choices.random(new SplittableRandom(random.nextLong()));
    }
}
