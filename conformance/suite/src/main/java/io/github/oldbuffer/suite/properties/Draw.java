package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.suite.generate.ScenarioSource;
import io.github.oldbuffer.suite.generate.Themes;

/**
 * What decides which scenarios a clause's property gets.
 *
 * @param seed of the clause's scenarios
 * @param supported by the implementation
 */
record Draw(long seed, Capabilities supported) {

    ScenarioSource about(String clause) {
        return ScenarioSource.of(Themes.of(clause), seed, supported);
    }
}
