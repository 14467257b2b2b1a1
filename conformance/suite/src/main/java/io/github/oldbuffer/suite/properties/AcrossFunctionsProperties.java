package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The clauses about several of the four functions together, one property for each. */
public interface AcrossFunctionsProperties extends ClauseProperties {

    @Property
    @Label("ALL-1 (contract): check is 1 exactly when read succeeds")
    default void ALL_1_check_is_1_exactly_when_read_succeeds(@ScenarioAbout("ALL-1") Scenario scenario) {
        trial().check("ALL-1", scenario);
    }

    @Property
    @Label("ALL-2 (contract): where write succeeds read does too")
    default void ALL_2_where_write_succeeds_read_does_too(@ScenarioAbout("ALL-2") Scenario scenario) {
        trial().check("ALL-2", scenario);
    }

    @Property
    @Label("ALL-3 (implied): the same call gives the same result")
    default void ALL_3_the_same_call_gives_the_same_result(@ScenarioAbout("ALL-3") Scenario scenario) {
        trial().check("ALL-3", scenario);
    }
}
