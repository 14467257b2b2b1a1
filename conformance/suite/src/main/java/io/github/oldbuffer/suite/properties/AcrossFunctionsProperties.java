package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The clauses about several of the four functions together, one property for each. */
public interface AcrossFunctionsProperties extends ClauseProperties {

    /**
     * ALL-1: {@code PyObject_CheckReadBuffer} and {@code PyObject_AsReadBuffer} agree about every object. If this
     * fails, look at the two asking with different flags, or one of them deciding by type.
     */
    @Property
    @Label("ALL-1 (contract): check is 1 exactly when read succeeds")
    default void ALL_1_check_is_1_exactly_when_read_succeeds(@ScenarioAbout("ALL-1") Scenario scenario) {
        trial().check("ALL-1", scenario);
    }

    /**
     * ALL-2: both give the same address and the same length. If this fails, look at one of the two working on a copy.
     */
    @Property
    @Label("ALL-2 (contract): where write succeeds read does too")
    default void ALL_2_where_write_succeeds_read_does_too(@ScenarioAbout("ALL-2") Scenario scenario) {
        trial().check("ALL-2", scenario);
    }

    /**
     * ALL-3: on an unchanged object code, exception type and length repeat. If this fails, look at state kept between
     * calls: caches, flags, an export that an earlier call left.
     */
    @Property
    @Label("ALL-3 (implied): the same call gives the same result")
    default void ALL_3_the_same_call_gives_the_same_result(@ScenarioAbout("ALL-3") Scenario scenario) {
        trial().check("ALL-3", scenario);
    }
}
