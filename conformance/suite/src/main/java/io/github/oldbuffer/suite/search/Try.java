package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.generate.Drafted;
import java.util.List;
import java.util.Optional;

/**
 * A scenario to run.
 *
 * @param theme the id of the clause that it is about, or the name of another theme; empty where it has none
 * @param facts of its steps; empty where nobody has them at hand
 * @param inPlaceOf the scenario that others get, where the implementation says that it does not have what that one needs
 */
public record Try(String theme, Scenario scenario, List<Fact> facts, Optional<Scenario> inPlaceOf) {

    public Try(String theme, Scenario scenario) {
        this(theme, scenario, List.of(), Optional.empty());
    }

    public Try(String theme, Drafted drafted) {
        this(theme, drafted.scenario(), drafted.facts(), drafted.inPlaceOf());
    }
}
