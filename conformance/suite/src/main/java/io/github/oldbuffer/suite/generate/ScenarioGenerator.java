package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.scenario.Scenario;

/** Makes scenarios out of choices; every one of them is valid. */
public final class ScenarioGenerator {

    private ScenarioGenerator() {}

    /** A scenario about the theme; the same choices give the same scenario. */
    public static Scenario generate(Theme theme, Choices choices) {
        return draft(theme, choices.below(theme.scenes().size()), choices).scenario();
    }

    /**
     * A scenario about the theme, at somebody's turn.
     *
     * @param turn 0 or more; as many turns as the theme has scenes see every one of them
     */
    public static Scenario generate(Theme theme, int turn, Choices choices) {
        return draft(theme, turn, choices).scenario();
    }

    static Draft draft(Theme theme, int turn, Choices choices) {
        return draft(theme, theme.scenes().get(turn % theme.scenes().size()), choices);
    }

    /** A scenario of one of the theme's scenes. */
    static Draft draft(Theme theme, Theme.Scene scene, Choices choices) {
        Draft draft = new Draft();
        if (!draft.add(Births.make(0, scene.recipe().make(choices), choices))) {
            throw new AssertionError("a recipe for " + theme.clause() + " made an exporter that makes no sense");
        }
        scene.program().write(draft, choices);
        return draft;
    }
}
