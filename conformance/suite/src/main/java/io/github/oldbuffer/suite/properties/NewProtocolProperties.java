package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The clauses about the old functions beside the new buffer protocol, one property for each. */
public interface NewProtocolProperties extends ClauseProperties {

    @Property
    @Label("NEW-1 (contract): read agrees with PyBUF_SIMPLE")
    default void NEW_1_read_agrees_with_PyBUF_SIMPLE(@ScenarioAbout("NEW-1") Scenario scenario) {
        trial().check("NEW-1", scenario);
    }

    @Property
    @Label("NEW-2 (contract): write agrees with PyBUF_WRITABLE")
    default void NEW_2_write_agrees_with_PyBUF_WRITABLE(@ScenarioAbout("NEW-2") Scenario scenario) {
        trial().check("NEW-2", scenario);
    }

    @Property
    @Label("NEW-3 (implied): read agrees with y*")
    default void NEW_3_read_agrees_with_y_star(@ScenarioAbout("NEW-3") Scenario scenario) {
        trial().check("NEW-3", scenario);
    }

    @Property
    @Label("NEW-4 (implied): write agrees with w*")
    default void NEW_4_write_agrees_with_w_star(@ScenarioAbout("NEW-4") Scenario scenario) {
        trial().check("NEW-4", scenario);
    }

    @Property
    @Label("NEW-5 (contract): a view pins the object until released")
    default void NEW_5_a_view_pins_the_object_until_released(@ScenarioAbout("NEW-5") Scenario scenario) {
        trial().check("NEW-5", scenario);
    }
}
