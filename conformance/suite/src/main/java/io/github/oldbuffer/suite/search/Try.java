package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.Optional;

/**
 * A scenario to run.
 *
 * @param theme the id of the clause that it is about, or the name of another theme; empty where it has none
 * @param inPlaceOf the scenario that others get, where the implementation says that it does not have what that one needs
 */
public record Try(String theme, Scenario scenario, Optional<Scenario> inPlaceOf) {

    public Try(String theme, Scenario scenario) {
        this(theme, scenario, Optional.empty());
    }
}
