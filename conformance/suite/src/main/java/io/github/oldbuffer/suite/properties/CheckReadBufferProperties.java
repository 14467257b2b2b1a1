package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The clauses about {@code PyObject_CheckReadBuffer}, one property for each. */
public interface CheckReadBufferProperties extends ClauseProperties {

    @Property
    @Label("CHECK-1 (contract): is 1 where the object supports it")
    default void CHECK_1_is_1_where_the_object_supports_it(@ScenarioAbout("CHECK-1") Scenario scenario) {
        trial().check("CHECK-1", scenario);
    }

    @Property
    @Label("CHECK-2 (contract): is 0 otherwise, never another value")
    default void CHECK_2_is_0_otherwise_never_another_value(@ScenarioAbout("CHECK-2") Scenario scenario) {
        trial().check("CHECK-2", scenario);
    }

    @Property
    @Label("CHECK-3 (implied): always succeeds and raises nothing")
    default void CHECK_3_always_succeeds_and_raises_nothing(@ScenarioAbout("CHECK-3") Scenario scenario) {
        trial().check("CHECK-3", scenario);
    }

    @Property
    @Label("CHECK-4 (implied): reference count is what it was")
    default void CHECK_4_reference_count_is_what_it_was(@ScenarioAbout("CHECK-4") Scenario scenario) {
        trial().check("CHECK-4", scenario);
    }

    @Property
    @Label("CHECK-5 (contract): no export outlives the call")
    default void CHECK_5_no_export_outlives_the_call(@ScenarioAbout("CHECK-5") Scenario scenario) {
        trial().check("CHECK-5", scenario);
    }
}
