package io.github.oldbuffer.spec.scenario;

import java.util.List;

/**
 * A finite list of steps over objects, as data: any implementation can replay it.
 *
 * <p>Objects and views are numbered, 0 to {@value #MAX_NAME}. A scenario may be invalid; {@code Validator} says so
 * before anything runs.
 */
public record Scenario(List<Step> steps) implements Witness {

    /** The most steps of a scenario. */
    public static final int MAX_STEPS = 1_000;

    /** The greatest number that names an object or a view. */
    public static final int MAX_NAME = 63;

    public Scenario {
        steps = List.copyOf(steps);
    }

    public static Scenario of(Step... steps) {
        return new Scenario(List.of(steps));
    }
}
