package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The clauses about {@code PyObject_AsWriteBuffer}, one property for each. */
public interface WriteBufferProperties extends ClauseProperties {

    /**
     * WRITE-1: where the object has one writable segment the call returns exactly 0. If this fails, look at the flags
     * that the exporter is asked with ({@code PyBUF_WRITABLE} is enough), and at exporters refused for their type.
     */
    @Property
    @Label("WRITE-1 (contract): returns 0 where the object supports it")
    default void WRITE_1_returns_0_where_the_object_supports_it(@ScenarioAbout("WRITE-1") Scenario scenario) {
        trial().check("WRITE-1", scenario);
    }

    /**
     * WRITE-2: where the object does not support the interface the call returns exactly -1. If this fails, look at
     * every failing path: codes of helpers, 1, a length.
     */
    @Property
    @Label("WRITE-2 (contract): returns -1 where it does not")
    default void WRITE_2_returns_minus_1_where_it_does_not(@ScenarioAbout("WRITE-2") Scenario scenario) {
        trial().check("WRITE-2", scenario);
    }

    /**
     * WRITE-3: after a failure an exception is set, and it is a TypeError or derived from it. If this fails, look at
     * what becomes of the exception that the exporter left, and at paths that set none.
     */
    @Property
    @Label("WRITE-3 (contract): every failure sets a TypeError")
    default void WRITE_3_every_failure_sets_a_TypeError(@ScenarioAbout("WRITE-3") Scenario scenario) {
        trial().check("WRITE-3", scenario);
    }

    /**
     * WRITE-4: after a success the bytes at {@code *buffer} are the object's bytes. If this fails, look at {@code
     * view.buf}: the address has to be taken from it, before the release.
     */
    @Property
    @Label("WRITE-4 (contract): buffer is where the memory is")
    default void WRITE_4_buffer_is_where_the_memory_is(@ScenarioAbout("WRITE-4") Scenario scenario) {
        trial().check("WRITE-4", scenario);
    }

    /**
     * WRITE-5: after a success {@code *buffer_len} is the length of the memory in bytes, whatever its items. If this
     * fails, look at {@code view.len}, kept in a {@code Py_ssize_t} all the way.
     */
    @Property
    @Label("WRITE-5 (contract): length is in bytes")
    default void WRITE_5_length_is_in_bytes(@ScenarioAbout("WRITE-5") Scenario scenario) {
        trial().check("WRITE-5", scenario);
    }

    /**
     * WRITE-6: strided, reversed, Fortran-ordered and indirect memory makes the call fail. If this fails, look at
     * flags that let strides through, such as {@code PyBUF_STRIDES} or {@code PyBUF_FULL_RO}.
     */
    @Property
    @Label("WRITE-6 (contract): only a single segment will do")
    default void WRITE_6_only_a_single_segment_will_do(@ScenarioAbout("WRITE-6") Scenario scenario) {
        trial().check("WRITE-6", scenario);
    }

    /**
     * WRITE-7: another call gives the same address, and changes made by other means show through it. If this fails,
     * look at buffers of the implementation's own, and objects that move.
     */
    @Property
    @Label("WRITE-7 (implied): it is the memory itself, not a copy")
    default void WRITE_7_it_is_the_memory_itself_not_a_copy(@ScenarioAbout("WRITE-7") Scenario scenario) {
        trial().check("WRITE-7", scenario);
    }

    /**
     * WRITE-8: after a failure {@code *buffer} and {@code *buffer_len} are as they were. If this fails, look at
     * outputs set before the request, or cleared to be tidy.
     */
    @Property
    @Label("WRITE-8 (header): failure touches neither output")
    default void WRITE_8_failure_touches_neither_output(@ScenarioAbout("WRITE-8") Scenario scenario) {
        trial().check("WRITE-8", scenario);
    }

    /**
     * WRITE-9: after a success no exception is set. If this fails, look at an attempt that failed before another
     * succeeded.
     */
    @Property
    @Label("WRITE-9 (implied): success leaves no exception")
    default void WRITE_9_success_leaves_no_exception(@ScenarioAbout("WRITE-9") Scenario scenario) {
        trial().check("WRITE-9", scenario);
    }

    /**
     * WRITE-10: the call leaves the object's reference count as it was, whether it succeeds or fails. If this fails,
     * look at a view never released or released twice; error paths first.
     */
    @Property
    @Label("WRITE-10 (implied): reference count is what it was")
    default void WRITE_10_reference_count_is_what_it_was(@ScenarioAbout("WRITE-10") Scenario scenario) {
        trial().check("WRITE-10", scenario);
    }

    /**
     * WRITE-11: each buffer acquired is released exactly once, through the view's own owner. If this fails, look at
     * {@code PyBuffer_Release} after every request that was granted, and after no other.
     */
    @Property
    @Label("WRITE-11 (contract): no export outlives the call")
    default void WRITE_11_no_export_outlives_the_call(@ScenarioAbout("WRITE-11") Scenario scenario) {
        trial().check("WRITE-11", scenario);
    }

    /**
     * WRITE-12: the call writes nothing into the object's memory or just behind it. If this fails, look at a
     * terminating NUL, a byte order changed in place.
     */
    @Property
    @Label("WRITE-12 (implied): the call changes nothing in memory")
    default void WRITE_12_the_call_changes_nothing_in_memory(@ScenarioAbout("WRITE-12") Scenario scenario) {
        trial().check("WRITE-12", scenario);
    }

    /**
     * WRITE-13: read-only memory makes the call fail, even where the exporter would have granted a read. If this
     * fails, look at whether {@code PyBUF_WRITABLE} is asked for, or {@code view.readonly} looked at.
     */
    @Property
    @Label("WRITE-13 (contract): read-only memory fails")
    default void WRITE_13_read_only_memory_fails(@ScenarioAbout("WRITE-13") Scenario scenario) {
        trial().check("WRITE-13", scenario);
    }

    /**
     * WRITE-14: a byte written through the pointer is the object's byte from then on. If this fails, look at copies
     * that are never written back.
     */
    @Property
    @Label("WRITE-14 (contract): bytes written are the object's bytes")
    default void WRITE_14_bytes_written_are_the_objects_bytes(@ScenarioAbout("WRITE-14") Scenario scenario) {
        trial().check("WRITE-14", scenario);
    }
}
