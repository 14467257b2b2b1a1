package io.github.oldbuffer.ports.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTests {

    private static final Transcript TYPE_ERROR = raising(new Raised("TypeError", true, "no"));
    private static final Transcript SYSTEM_ERROR = raising(new Raised("SystemError", false, "no"));
    private static final Transcript BUFFER_ERROR = raising(new Raised("BufferError", false, "no"));

    private static final Scenario NO_STEPS = new Scenario(List.of());

    private static Transcript raising(Raised raised) {
        Event call = new Event.Called(
                -1, raised, Pointer.UNTOUCHED, null, Sample.NONE, 0, Counts.UNCHANGED, null, List.of());
        return Transcript.completed(List.of(call));
    }

    @Test
    void a_port_put_right_may_raise_what_the_functions_raise_that_it_replaces() {
        assertEquals(
                List.of(new Check(
                        0,
                        Aspect.TYPE_ERROR,
                        "a TypeError, or BufferError as CPython's own",
                        "SystemError",
                        "BufferError")),
                Checks.violation("READ-3", NO_STEPS, SYSTEM_ERROR, TYPE_ERROR, BUFFER_ERROR));
    }

    @Test
    void otherwise_only_a_TypeError_is_right() {
        List<Check> strict = List.of(new Check(0, Aspect.TYPE_ERROR, "a TypeError", "SystemError"));
        assertEquals(strict, Checks.violation("READ-3", NO_STEPS, SYSTEM_ERROR, TYPE_ERROR, null));
        assertEquals(strict, Checks.violation("READ-3", NO_STEPS, SYSTEM_ERROR, TYPE_ERROR, TYPE_ERROR));
        assertEquals(strict, Checks.violation("READ-3", NO_STEPS, SYSTEM_ERROR, TYPE_ERROR, SYSTEM_ERROR));
    }
}
