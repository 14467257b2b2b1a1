package io.github.oldbuffer.model.exporter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Flags;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.transcript.Traffic;
import io.github.oldbuffer.spec.transcript.Traffic.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The scripted exporter: lawful without quirks, and unlawful in exactly the way that each quirk says. */
class ScriptedObjectTests {

    private static final Geometry FORTRAN = new Geometry(0, 1, "b", List.of(2L, 3L), List.of(1L, 2L), false);
    private static final Geometry INDIRECT = new Geometry(0, 1, null, List.of(2L, 3L), null, true);
    private static final int F_CONTIGUOUS = 0x58;
    private static final int ANY_CONTIGUOUS = 0x98;
    private static final int C_CONTIGUOUS = 0x38;

    private final Requests requests = new Requests();

    @Test
    void everyGrantAndReleaseIsRecorded() {
        PyObject object = requests.make(Scripted.flat(5, 0, true));

        BufferView view = requests.granted(object, Flags.SIMPLE);
        requests.machine.release(view);
        assertEquals("BufferError: the memory is read-only", requests.refused(object, Flags.WRITABLE));

        assertEquals(
                List.of(seen(Kind.ACQUIRED, 0), seen(Kind.RELEASED, 0), seen(Kind.REFUSED, 1)),
                requests.machine.takeTraffic());
        assertEquals(List.of(), requests.machine.takeTraffic());
        assertEquals(1, object.references());
    }

    @Test
    void aSecondReleaseIsSeen() {
        PyObject object = requests.make(Scripted.flat(5, 0, false));
        BufferView view = requests.granted(object, Flags.SIMPLE);
        requests.machine.takeTraffic();

        object.releaseBuffer(requests.machine, view);
        object.releaseBuffer(requests.machine, view);

        assertEquals(List.of(seen(Kind.RELEASED, 0), seen(Kind.RELEASED_UNKNOWN, 0)), requests.machine.takeTraffic());
    }

    @Test
    void onlyFieldsAskedForAreFilled() {
        PyObject object = requests.make(script(6, new Geometry(0, 2, "h", List.of(3L), null, false)));

        BufferView simple = requests.granted(object, Flags.SIMPLE);
        assertNull(simple.format());
        assertNull(simple.shape());
        assertNull(simple.strides());
        BufferView full = requests.granted(object, Flags.FULL_RO);
        assertEquals("h", full.format());
        assertArrayEquals(new long[] {3}, full.shape());
        assertArrayEquals(new long[] {2}, full.strides());
        assertNull(full.suboffsets());
    }

    @Test
    void fortranOrderIsOneSegmentOnlyForThoseWhoAskForIt() {
        PyObject object = requests.make(script(6, FORTRAN));

        assertEquals("BufferError: the memory is not C-contiguous", requests.refused(object, Flags.SIMPLE));
        assertEquals("BufferError: the memory is not C-contiguous", requests.refused(object, C_CONTIGUOUS));
        assertEquals(6, requests.granted(object, F_CONTIGUOUS).len());
        assertEquals(6, requests.granted(object, ANY_CONTIGUOUS).len());
        assertEquals(6, requests.granted(object, Request.STRIDES.flags()).len());
    }

    @Test
    void indirectMemoryNeedsSuboffsets() {
        PyObject object = requests.make(script(6, INDIRECT));

        assertEquals("BufferError: the memory is indirect", requests.refused(object, Flags.SIMPLE));
        assertEquals("BufferError: the memory is indirect", requests.refused(object, Request.STRIDES.flags()));
        BufferView full = requests.granted(object, Flags.FULL_RO);
        assertArrayEquals(new long[] {0, -1}, full.suboffsets());
        assertArrayEquals(new long[] {8, 1}, full.strides());
        assertEquals(
                "BufferError: memoryview: underlying buffer requires suboffsets",
                requests.refused(requests.make(Requests.view(script(6, INDIRECT))), Request.STRIDES.flags()));
    }

    @Test
    void aRedirectionIsGrantedAndReleasedByTheTarget() {
        PyObject object = requests.make(redirect(Scripted.flat(5, 0, false)));

        BufferView view = requests.granted(object, Flags.WRITABLE);
        assertTrue(view.obj() instanceof ScriptedObject);
        requests.machine.release(view);

        assertEquals(
                List.of(
                        new Traffic(0, 1, Kind.ACQUIRED, 1),
                        seen(Kind.ACQUIRED, 1),
                        new Traffic(0, 1, Kind.RELEASED, 0)),
                requests.machine.takeTraffic());
        assertEquals(1, object.references());
        assertEquals(5, requests.machine.truth(object).length());
    }

    @Test
    void aRedirectionPassesTheTargetsRefusalOn() {
        PyObject object = requests.make(redirect(new ByteArray(3, 0, false)));
        assertEquals(3, requests.granted(object, Flags.WRITABLE).len());
        PyObject refusing = requests.make(redirect(Scripted.flat(5, 0, true)));
        assertEquals("BufferError: the memory is read-only", requests.refused(refusing, Flags.WRITABLE));
    }

    @Test
    void nobodyIsToldOfTheReleaseOfAViewWithoutOwner() {
        PyObject object = requests.make(
                new Scripted(3, 0, Geometry.flat(3), false, null, Scripted.Owner.NOBODY, null, false, true, Set.of()));

        requests.machine.release(requests.granted(object, Flags.SIMPLE));

        assertEquals(List.of(seen(Kind.ACQUIRED, 0)), requests.machine.takeTraffic());
    }

    @Test
    void refusalsInEveryUnlawfulWay() {
        Reply quiet = ask(refusing(Quirk.FAILS_WITHOUT_EXCEPTION));
        assertEquals(-1, quiet.code());
        assertNull(requests.machine.fetch());

        assertEquals(-2, ask(refusing(Quirk.FAILS_WITH_MINUS_TWO)).code());
        assertEquals("OSError", requests.machine.fetch().type());

        PyObject object = requests.make(refusing(Quirk.RUBBISH_ON_FAILURE));
        Reply rubbish = requests.machine.getBuffer(object, Flags.SIMPLE);
        assertEquals(-1, rubbish.code());
        assertSame(object, rubbish.view().obj());
        assertFalse(rubbish.view().buf().readable(1));
        requests.machine.takeTraffic();
        assertEquals(1, object.references(), "rubbish holds no reference");
        requests.machine.release(rubbish.view());
        assertEquals(List.of(seen(Kind.RELEASED_UNKNOWN, 0)), requests.machine.takeTraffic());
    }

    @Test
    void grantsInEveryUnlawfulWay() {
        assertEquals(1, ask(quirk(Quirk.SUCCEEDS_WITH_ONE, false)).code());
        assertEquals(0, ask(quirk(Quirk.SUCCEEDS_WITH_EXCEPTION, false)).code());
        assertEquals("RuntimeError", requests.machine.fetch().type());
        Reply writable = requests.machine.getBuffer(requests.make(quirk(Quirk.GRANTS_WRITABLE, true)), Flags.WRITABLE);
        assertTrue(writable.view().readonly());
        assertEquals(3, ask(quirk(Quirk.LENGTH_IN_ITEMS, false)).view().len());
        Scripted strided = new Scripted(
                6, 0, FORTRAN, false, null, Scripted.Owner.SELF, null, false, true, Set.of(Quirk.IGNORES_LAYOUT));
        assertEquals(0, ask(strided).code());
    }

    private Reply ask(Exporter exporter) {
        return requests.machine.getBuffer(requests.make(exporter), Flags.SIMPLE);
    }

    private static Scripted script(long memory, Geometry geometry) {
        return new Scripted(memory, 0, geometry, false, null, Scripted.Owner.SELF, null, false, true, Set.of());
    }

    private static Scripted quirk(Quirk quirk, boolean readonly) {
        Geometry items = new Geometry(0, 2, "h", List.of(3L), null, false);
        return new Scripted(6, 0, items, readonly, null, Scripted.Owner.SELF, null, false, true, Set.of(quirk));
    }

    private static Scripted refusing(Quirk quirk) {
        Scripted.Refusal refusal = new Scripted.Refusal(false, ExceptionType.OS_ERROR);
        return new Scripted(
                3, 0, Geometry.flat(3), false, refusal, Scripted.Owner.SELF, null, false, true, Set.of(quirk));
    }

    private static Scripted redirect(Exporter target) {
        return new Scripted(0, 0, Geometry.flat(0), false, null, Scripted.Owner.OTHER, target, false, true, Set.of());
    }

    private static Traffic seen(Kind kind, int flags) {
        return new Traffic(0, 0, kind, flags);
    }
}
