package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The clauses about {@code PyObject_AsWriteBuffer}, one property for each. */
public interface WriteBufferProperties extends ClauseProperties {

    @Property
    @Label("WRITE-1 (contract): returns 0 where the object supports it")
    default void WRITE_1_returns_0_where_the_object_supports_it(@ScenarioAbout("WRITE-1") Scenario scenario) {
        trial().check("WRITE-1", scenario);
    }

    @Property
    @Label("WRITE-2 (contract): returns -1 where it does not")
    default void WRITE_2_returns_minus_1_where_it_does_not(@ScenarioAbout("WRITE-2") Scenario scenario) {
        trial().check("WRITE-2", scenario);
    }

    @Property
    @Label("WRITE-3 (contract): every failure sets a TypeError")
    default void WRITE_3_every_failure_sets_a_TypeError(@ScenarioAbout("WRITE-3") Scenario scenario) {
        trial().check("WRITE-3", scenario);
    }

    @Property
    @Label("WRITE-4 (contract): buffer is where the memory is")
    default void WRITE_4_buffer_is_where_the_memory_is(@ScenarioAbout("WRITE-4") Scenario scenario) {
        trial().check("WRITE-4", scenario);
    }

    @Property
    @Label("WRITE-5 (contract): length is in bytes")
    default void WRITE_5_length_is_in_bytes(@ScenarioAbout("WRITE-5") Scenario scenario) {
        trial().check("WRITE-5", scenario);
    }

    @Property
    @Label("WRITE-6 (contract): only a single segment will do")
    default void WRITE_6_only_a_single_segment_will_do(@ScenarioAbout("WRITE-6") Scenario scenario) {
        trial().check("WRITE-6", scenario);
    }

    @Property
    @Label("WRITE-7 (implied): it is the memory itself, not a copy")
    default void WRITE_7_it_is_the_memory_itself_not_a_copy(@ScenarioAbout("WRITE-7") Scenario scenario) {
        trial().check("WRITE-7", scenario);
    }

    @Property
    @Label("WRITE-8 (header): failure touches neither output")
    default void WRITE_8_failure_touches_neither_output(@ScenarioAbout("WRITE-8") Scenario scenario) {
        trial().check("WRITE-8", scenario);
    }

    @Property
    @Label("WRITE-9 (implied): success leaves no exception")
    default void WRITE_9_success_leaves_no_exception(@ScenarioAbout("WRITE-9") Scenario scenario) {
        trial().check("WRITE-9", scenario);
    }

    @Property
    @Label("WRITE-10 (implied): reference count is what it was")
    default void WRITE_10_reference_count_is_what_it_was(@ScenarioAbout("WRITE-10") Scenario scenario) {
        trial().check("WRITE-10", scenario);
    }

    @Property
    @Label("WRITE-11 (contract): no export outlives the call")
    default void WRITE_11_no_export_outlives_the_call(@ScenarioAbout("WRITE-11") Scenario scenario) {
        trial().check("WRITE-11", scenario);
    }

    @Property
    @Label("WRITE-12 (implied): the call changes nothing in memory")
    default void WRITE_12_the_call_changes_nothing_in_memory(@ScenarioAbout("WRITE-12") Scenario scenario) {
        trial().check("WRITE-12", scenario);
    }

    @Property
    @Label("WRITE-13 (contract): read-only memory fails")
    default void WRITE_13_read_only_memory_fails(@ScenarioAbout("WRITE-13") Scenario scenario) {
        trial().check("WRITE-13", scenario);
    }

    @Property
    @Label("WRITE-14 (contract): bytes written are the object's bytes")
    default void WRITE_14_bytes_written_are_the_objects_bytes(@ScenarioAbout("WRITE-14") Scenario scenario) {
        trial().check("WRITE-14", scenario);
    }
}
