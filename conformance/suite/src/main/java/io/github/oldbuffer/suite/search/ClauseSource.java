package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.suite.generate.ScenarioSource;
import io.github.oldbuffer.suite.generate.Theme;
import java.util.Iterator;
import java.util.stream.IntStream;

/** The scenarios of a theme, by the seed of a run: the same for every command. */
public final class ClauseSource {

    private ClauseSource() {}

    /**
     * The first scenarios of a theme.
     *
     * @param seed of the theme, as {@link io.github.oldbuffer.suite.SuiteOptions#seed(String)} gives it
     * @param tries how many
     * @param supported by who is to run them
     */
    public static Iterator<Try> of(Theme theme, long seed, int tries, Capabilities supported) {
        ScenarioSource source = ScenarioSource.of(theme, seed, supported);
        return IntStream.range(0, tries)
                .mapToObj(number -> new Try(theme.clause(), source.number(number)))
                .iterator();
    }
}
