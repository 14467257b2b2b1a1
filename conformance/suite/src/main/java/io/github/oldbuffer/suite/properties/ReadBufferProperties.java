package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The clauses about {@code PyObject_AsReadBuffer}, one property for each. */
public interface ReadBufferProperties extends ClauseProperties {

    /**
     * READ-1: where the object has one readable segment the call returns exactly 0. If this fails, look at the flags
     * that the exporter is asked with ({@code PyBUF_SIMPLE} is enough), and at exporters refused for their type.
     */
    @Property
    @Label("READ-1 (contract): returns 0 where the object supports it")
    default void READ_1_returns_0_where_the_object_supports_it(@ScenarioAbout("READ-1") Scenario scenario) {
        trial().check("READ-1", scenario);
    }

    /**
     * READ-2: where the object does not support the interface the call returns exactly -1. If this fails, look at
     * every failing path: codes of helpers, 1, a length.
     */
    @Property
    @Label("READ-2 (contract): returns -1 where it does not")
    default void READ_2_returns_minus_1_where_it_does_not(@ScenarioAbout("READ-2") Scenario scenario) {
        trial().check("READ-2", scenario);
    }

    /**
     * READ-3: after a failure an exception is set, and it is a TypeError or derived from it. If this fails, look at
     * what becomes of the exception that the exporter left, and at paths that set none.
     */
    @Property
    @Label("READ-3 (contract): every failure sets a TypeError")
    default void READ_3_every_failure_sets_a_TypeError(@ScenarioAbout("READ-3") Scenario scenario) {
        trial().check("READ-3", scenario);
    }

    /**
     * READ-4: after a success the bytes at {@code *buffer} are the object's bytes. If this fails, look at {@code
     * view.buf}: the address has to be taken from it, before the release.
     */
    @Property
    @Label("READ-4 (contract): buffer is where the memory is")
    default void READ_4_buffer_is_where_the_memory_is(@ScenarioAbout("READ-4") Scenario scenario) {
        trial().check("READ-4", scenario);
    }

    /**
     * READ-5: after a success {@code *buffer_len} is the length of the memory in bytes, whatever its items. If this
     * fails, look at {@code view.len}, kept in a {@code Py_ssize_t} all the way.
     */
    @Property
    @Label("READ-5 (contract): length is in bytes")
    default void READ_5_length_is_in_bytes(@ScenarioAbout("READ-5") Scenario scenario) {
        trial().check("READ-5", scenario);
    }

    /**
     * READ-6: strided, reversed, Fortran-ordered and indirect memory makes the call fail. If this fails, look at flags
     * that let strides through, such as {@code PyBUF_STRIDES} or {@code PyBUF_FULL_RO}.
     */
    @Property
    @Label("READ-6 (contract): only a single segment will do")
    default void READ_6_only_a_single_segment_will_do(@ScenarioAbout("READ-6") Scenario scenario) {
        trial().check("READ-6", scenario);
    }

    /**
     * READ-7: another call gives the same address, and changes made by other means show through it. If this fails,
     * look at buffers of the implementation's own, and objects that move.
     */
    @Property
    @Label("READ-7 (implied): it is the memory itself, not a copy")
    default void READ_7_it_is_the_memory_itself_not_a_copy(@ScenarioAbout("READ-7") Scenario scenario) {
        trial().check("READ-7", scenario);
    }

    /**
     * READ-8: after a failure {@code *buffer} and {@code *buffer_len} are as they were. If this fails, look at outputs
     * set before the request, or cleared to be tidy.
     */
    @Property
    @Label("READ-8 (header): failure touches neither output")
    default void READ_8_failure_touches_neither_output(@ScenarioAbout("READ-8") Scenario scenario) {
        trial().check("READ-8", scenario);
    }

    /**
     * READ-9: after a success no exception is set. If this fails, look at an attempt that failed before another
     * succeeded.
     */
    @Property
    @Label("READ-9 (implied): success leaves no exception")
    default void READ_9_success_leaves_no_exception(@ScenarioAbout("READ-9") Scenario scenario) {
        trial().check("READ-9", scenario);
    }

    /**
     * READ-10: the call leaves the object's reference count as it was, whether it succeeds or fails. If this fails,
     * look at a view never released or released twice; error paths first.
     */
    @Property
    @Label("READ-10 (implied): reference count is what it was")
    default void READ_10_reference_count_is_what_it_was(@ScenarioAbout("READ-10") Scenario scenario) {
        trial().check("READ-10", scenario);
    }

    /**
     * READ-11: each buffer acquired is released exactly once, through the view's own owner. If this fails, look at
     * {@code PyBuffer_Release} after every request that was granted, and after no other.
     */
    @Property
    @Label("READ-11 (contract): no export outlives the call")
    default void READ_11_no_export_outlives_the_call(@ScenarioAbout("READ-11") Scenario scenario) {
        trial().check("READ-11", scenario);
    }

    /**
     * READ-12: the call writes nothing into the object's memory or just behind it. If this fails, look at a
     * terminating NUL, a byte order changed in place.
     */
    @Property
    @Label("READ-12 (implied): the call changes nothing in memory")
    default void READ_12_the_call_changes_nothing_in_memory(@ScenarioAbout("READ-12") Scenario scenario) {
        trial().check("READ-12", scenario);
    }
}
