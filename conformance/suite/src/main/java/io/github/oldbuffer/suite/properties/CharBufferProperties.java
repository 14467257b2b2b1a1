package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The clauses about {@code PyObject_AsCharBuffer}, one property for each. */
public interface CharBufferProperties extends ClauseProperties {

    @Property
    @Label("CHAR-1 (contract): returns 0 where the object supports it")
    default void CHAR_1_returns_0_where_the_object_supports_it(@ScenarioAbout("CHAR-1") Scenario scenario) {
        trial().check("CHAR-1", scenario);
    }

    @Property
    @Label("CHAR-2 (contract): returns -1 where it does not")
    default void CHAR_2_returns_minus_1_where_it_does_not(@ScenarioAbout("CHAR-2") Scenario scenario) {
        trial().check("CHAR-2", scenario);
    }

    @Property
    @Label("CHAR-3 (contract): every failure sets a TypeError")
    default void CHAR_3_every_failure_sets_a_TypeError(@ScenarioAbout("CHAR-3") Scenario scenario) {
        trial().check("CHAR-3", scenario);
    }

    @Property
    @Label("CHAR-4 (contract): buffer is where the memory is")
    default void CHAR_4_buffer_is_where_the_memory_is(@ScenarioAbout("CHAR-4") Scenario scenario) {
        trial().check("CHAR-4", scenario);
    }

    @Property
    @Label("CHAR-5 (contract): length is in bytes")
    default void CHAR_5_length_is_in_bytes(@ScenarioAbout("CHAR-5") Scenario scenario) {
        trial().check("CHAR-5", scenario);
    }

    @Property
    @Label("CHAR-6 (contract): only a single segment will do")
    default void CHAR_6_only_a_single_segment_will_do(@ScenarioAbout("CHAR-6") Scenario scenario) {
        trial().check("CHAR-6", scenario);
    }

    @Property
    @Label("CHAR-7 (implied): it is the memory itself, not a copy")
    default void CHAR_7_it_is_the_memory_itself_not_a_copy(@ScenarioAbout("CHAR-7") Scenario scenario) {
        trial().check("CHAR-7", scenario);
    }

    @Property
    @Label("CHAR-8 (header): failure touches neither output")
    default void CHAR_8_failure_touches_neither_output(@ScenarioAbout("CHAR-8") Scenario scenario) {
        trial().check("CHAR-8", scenario);
    }

    @Property
    @Label("CHAR-9 (implied): success leaves no exception")
    default void CHAR_9_success_leaves_no_exception(@ScenarioAbout("CHAR-9") Scenario scenario) {
        trial().check("CHAR-9", scenario);
    }

    @Property
    @Label("CHAR-10 (implied): reference count is what it was")
    default void CHAR_10_reference_count_is_what_it_was(@ScenarioAbout("CHAR-10") Scenario scenario) {
        trial().check("CHAR-10", scenario);
    }

    @Property
    @Label("CHAR-11 (contract): no export outlives the call")
    default void CHAR_11_no_export_outlives_the_call(@ScenarioAbout("CHAR-11") Scenario scenario) {
        trial().check("CHAR-11", scenario);
    }

    @Property
    @Label("CHAR-12 (implied): the call changes nothing in memory")
    default void CHAR_12_the_call_changes_nothing_in_memory(@ScenarioAbout("CHAR-12") Scenario scenario) {
        trial().check("CHAR-12", scenario);
    }
}
