package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The clauses about {@code PyObject_AsCharBuffer}, one property for each. */
public interface CharBufferProperties extends ClauseProperties {

    /**
     * CHAR-1: where the object has one readable segment the call returns exactly 0. If this fails, look at the flags
     * that the exporter is asked with ({@code PyBUF_SIMPLE} is enough), and at exporters refused for their type.
     */
    @Property
    @Label("CHAR-1 (contract): returns 0 where the object supports it")
    default void CHAR_1_returns_0_where_the_object_supports_it(@ScenarioAbout("CHAR-1") Scenario scenario) {
        trial().check("CHAR-1", scenario);
    }

    /**
     * CHAR-2: where the object does not support the interface the call returns exactly -1. If this fails, look at
     * every failing path: codes of helpers, 1, a length.
     */
    @Property
    @Label("CHAR-2 (contract): returns -1 where it does not")
    default void CHAR_2_returns_minus_1_where_it_does_not(@ScenarioAbout("CHAR-2") Scenario scenario) {
        trial().check("CHAR-2", scenario);
    }

    /**
     * CHAR-3: after a failure an exception is set, and it is a TypeError or derived from it. If this fails, look at
     * what becomes of the exception that the exporter left, and at paths that set none.
     */
    @Property
    @Label("CHAR-3 (contract): every failure sets a TypeError")
    default void CHAR_3_every_failure_sets_a_TypeError(@ScenarioAbout("CHAR-3") Scenario scenario) {
        trial().check("CHAR-3", scenario);
    }

    /**
     * CHAR-4: after a success the bytes at {@code *buffer} are the object's bytes. If this fails, look at {@code
     * view.buf}: the address has to be taken from it, before the release.
     */
    @Property
    @Label("CHAR-4 (contract): buffer is where the memory is")
    default void CHAR_4_buffer_is_where_the_memory_is(@ScenarioAbout("CHAR-4") Scenario scenario) {
        trial().check("CHAR-4", scenario);
    }

    /**
     * CHAR-5: after a success {@code *buffer_len} is the length of the memory in bytes, whatever its items. If this
     * fails, look at {@code view.len}, kept in a {@code Py_ssize_t} all the way.
     */
    @Property
    @Label("CHAR-5 (contract): length is in bytes")
    default void CHAR_5_length_is_in_bytes(@ScenarioAbout("CHAR-5") Scenario scenario) {
        trial().check("CHAR-5", scenario);
    }

    /**
     * CHAR-6: strided, reversed, Fortran-ordered and indirect memory makes the call fail. If this fails, look at flags
     * that let strides through, such as {@code PyBUF_STRIDES} or {@code PyBUF_FULL_RO}.
     */
    @Property
    @Label("CHAR-6 (contract): only a single segment will do")
    default void CHAR_6_only_a_single_segment_will_do(@ScenarioAbout("CHAR-6") Scenario scenario) {
        trial().check("CHAR-6", scenario);
    }

    /**
     * CHAR-7: another call gives the same address, and changes made by other means show through it. If this fails,
     * look at buffers of the implementation's own, and objects that move.
     */
    @Property
    @Label("CHAR-7 (implied): it is the memory itself, not a copy")
    default void CHAR_7_it_is_the_memory_itself_not_a_copy(@ScenarioAbout("CHAR-7") Scenario scenario) {
        trial().check("CHAR-7", scenario);
    }

    /**
     * CHAR-8: after a failure {@code *buffer} and {@code *buffer_len} are as they were. If this fails, look at outputs
     * set before the request, or cleared to be tidy.
     */
    @Property
    @Label("CHAR-8 (header): failure touches neither output")
    default void CHAR_8_failure_touches_neither_output(@ScenarioAbout("CHAR-8") Scenario scenario) {
        trial().check("CHAR-8", scenario);
    }

    /**
     * CHAR-9: after a success no exception is set. If this fails, look at an attempt that failed before another
     * succeeded.
     */
    @Property
    @Label("CHAR-9 (implied): success leaves no exception")
    default void CHAR_9_success_leaves_no_exception(@ScenarioAbout("CHAR-9") Scenario scenario) {
        trial().check("CHAR-9", scenario);
    }

    /**
     * CHAR-10: the call leaves the object's reference count as it was, whether it succeeds or fails. If this fails,
     * look at a view never released or released twice; error paths first.
     */
    @Property
    @Label("CHAR-10 (implied): reference count is what it was")
    default void CHAR_10_reference_count_is_what_it_was(@ScenarioAbout("CHAR-10") Scenario scenario) {
        trial().check("CHAR-10", scenario);
    }

    /**
     * CHAR-11: each buffer acquired is released exactly once, through the view's own owner. If this fails, look at
     * {@code PyBuffer_Release} after every request that was granted, and after no other.
     */
    @Property
    @Label("CHAR-11 (contract): no export outlives the call")
    default void CHAR_11_no_export_outlives_the_call(@ScenarioAbout("CHAR-11") Scenario scenario) {
        trial().check("CHAR-11", scenario);
    }

    /**
     * CHAR-12: the call writes nothing into the object's memory or just behind it. If this fails, look at a
     * terminating NUL, a byte order changed in place.
     */
    @Property
    @Label("CHAR-12 (implied): the call changes nothing in memory")
    default void CHAR_12_the_call_changes_nothing_in_memory(@ScenarioAbout("CHAR-12") Scenario scenario) {
        trial().check("CHAR-12", scenario);
    }
}
