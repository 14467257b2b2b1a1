package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The clauses about {@code PyObject_AsReadBuffer}, one property for each. */
public interface ReadBufferProperties extends ClauseProperties {

    @Property
    @Label("READ-1 (contract): returns 0 where the object supports it")
    default void READ_1_returns_0_where_the_object_supports_it(@ScenarioAbout("READ-1") Scenario scenario) {
        trial().check("READ-1", scenario);
    }

    @Property
    @Label("READ-2 (contract): returns -1 where it does not")
    default void READ_2_returns_minus_1_where_it_does_not(@ScenarioAbout("READ-2") Scenario scenario) {
        trial().check("READ-2", scenario);
    }

    @Property
    @Label("READ-3 (contract): every failure sets a TypeError")
    default void READ_3_every_failure_sets_a_TypeError(@ScenarioAbout("READ-3") Scenario scenario) {
        trial().check("READ-3", scenario);
    }

    @Property
    @Label("READ-4 (contract): buffer is where the memory is")
    default void READ_4_buffer_is_where_the_memory_is(@ScenarioAbout("READ-4") Scenario scenario) {
        trial().check("READ-4", scenario);
    }

    @Property
    @Label("READ-5 (contract): length is in bytes")
    default void READ_5_length_is_in_bytes(@ScenarioAbout("READ-5") Scenario scenario) {
        trial().check("READ-5", scenario);
    }

    @Property
    @Label("READ-6 (contract): only a single segment will do")
    default void READ_6_only_a_single_segment_will_do(@ScenarioAbout("READ-6") Scenario scenario) {
        trial().check("READ-6", scenario);
    }

    @Property
    @Label("READ-7 (implied): it is the memory itself, not a copy")
    default void READ_7_it_is_the_memory_itself_not_a_copy(@ScenarioAbout("READ-7") Scenario scenario) {
        trial().check("READ-7", scenario);
    }

    @Property
    @Label("READ-8 (header): failure touches neither output")
    default void READ_8_failure_touches_neither_output(@ScenarioAbout("READ-8") Scenario scenario) {
        trial().check("READ-8", scenario);
    }

    @Property
    @Label("READ-9 (implied): success leaves no exception")
    default void READ_9_success_leaves_no_exception(@ScenarioAbout("READ-9") Scenario scenario) {
        trial().check("READ-9", scenario);
    }

    @Property
    @Label("READ-10 (implied): reference count is what it was")
    default void READ_10_reference_count_is_what_it_was(@ScenarioAbout("READ-10") Scenario scenario) {
        trial().check("READ-10", scenario);
    }

    @Property
    @Label("READ-11 (contract): no export outlives the call")
    default void READ_11_no_export_outlives_the_call(@ScenarioAbout("READ-11") Scenario scenario) {
        trial().check("READ-11", scenario);
    }

    @Property
    @Label("READ-12 (implied): the call changes nothing in memory")
    default void READ_12_the_call_changes_nothing_in_memory(@ScenarioAbout("READ-12") Scenario scenario) {
        trial().check("READ-12", scenario);
    }
}
