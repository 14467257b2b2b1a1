package io.github.oldbuffer.cpython.checked;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.CtypesMatrix;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.packed.PackedScenarios;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Java and C agree on every byte: each of every form, at the edge of its range, and one step to either side of it. */
class PackedAgreementTests {

    private static final List<Step> STEPS = List.of(
            new Step.Call(Function.WRITE, 63, Set.of(Step.Argument.LENGTH), ExceptionType.CUSTOM),
            new Step.Peek(Function.WRITE, 63),
            new Step.Poke(63, Long.MAX_VALUE, 255),
            new Step.Change(63, Long.MIN_VALUE, 255),
            new Step.Resize(63, Limits.LENGTH),
            new Step.Release(63),
            new Step.Acquire(63, 63, Request.FULL_RO),
            new Step.ReleaseView(63),
            new Step.Parse(63, Step.Code.W_STAR),
            new Step.Drop(63),
            new Step.Border(63),
            new Step.Make(63, new Bytes(1, 0, false), Born.PYTHON));

    private static final List<Exporter> EXPORTERS = List.of(
            new Bytes(Limits.SOLID_LENGTH, Limits.SEED, true),
            new ByteArray(Limits.SOLID_LENGTH, Limits.SEED, false),
            new NonBuffer(NonBuffer.Kind.TYPE),
            new CtypesMatrix('d', 64, 128, Limits.SEED),
            new Library(LibraryType.PICKLE_BUFFER, Limits.SOLID_LENGTH, Limits.SEED),
            new PythonExpression("b'\u00e9\ud7ff\ue000\ud83d\udc0d'", "x = 1"),
            new Array('b', Limits.SOLID_LENGTH, Limits.SEED),
            new Array('d', Limits.SOLID_LENGTH / 8, 0),
            new BytesIoBuffer(Limits.SOLID_LENGTH, Limits.SEED),
            new Mmap(Mmap.Access.COPY, Limits.LENGTH, Limits.SEED),
            new Mmap(Mmap.Access.READ, 1, 0),
            new Ctypes(Ctypes.Shape.SCALAR, 'q', 1, Limits.SEED),
            new Ctypes(Ctypes.Shape.ARRAY, 'H', Limits.SOLID_LENGTH / 2, 0),
            new MemoryView(new Bytes(9, 0, false), operations(Limits.OPERATIONS)),
            new MemoryView(new Bytes(9, 0, false), operations(1)),
            new PythonClass(new Bytes(9, 0, false), PythonClass.Answer.RAISES, ExceptionType.CUSTOM, true),
            new PythonClass(new Bytes(9, 0, false), PythonClass.Answer.VIEW, null, false),
            scripted(
                    new Geometry(0, 1, "~".repeat(Limits.FORMAT), List.of(2L), List.of(-1L), false),
                    new Scripted.Refusal(false, ExceptionType.CUSTOM),
                    null,
                    EnumSet.allOf(Quirk.class)),
            scripted(
                    new Geometry(-1, Integer.MAX_VALUE, " ", Collections.nCopies(8, Limits.LENGTH), null, true),
                    null,
                    null,
                    Set.of()),
            scripted(Geometry.flat(0), new Scripted.Refusal(true, ExceptionType.BUFFER_ERROR), nested(6), Set.of()),
            nested(8));

    private static final byte[] LONGEST = pack(Collections.nCopies(Scenario.MAX_STEPS, new Step.Drop(63)));

    /** Bytes of a short operation, of an empty memoryview, of an extent, of a slice. */
    private static final int[] ELEMENT_WIDTHS = {1, 2, 8, 25};

    /** Where a batch's first scenario begins, just behind its length. */
    private static final int SCENARIO = 12;

    @Test
    void bothTakeTheSameBytesForABatch() throws UnavailableException, IOException {
        List<byte[]> batches = new ArrayList<>();
        STEPS.forEach(step -> addNeighbours(batches, pack(List.of(step))));
        EXPORTERS.forEach(exporter -> addNeighbours(batches, pack(List.of(new Step.Make(63, exporter)))));
        batches.add(LONGEST);
        addLonger(batches, LONGEST, SCENARIO, 1, SCENARIO + 2, 2);
        int taken = Agreement.check(batches, CheckedProbe.compile());
        assertTrue(taken > STEPS.size() + EXPORTERS.size() && taken < batches.size(), taken + " taken");
    }

    /** Bytes at which the ranges of the packed form begin and end, and what one flipped bit makes of the one there. */
    private static Set<Integer> neighbours(int here) {
        Set<Integer> values = new TreeSet<>(List.of(63, 64, 126, 127, 128, 250, 251, 254, 255, here));
        for (int small = 0; small <= 17; small++) {
            values.add(small);
        }
        for (int bit = 0; bit < 8; bit++) {
            values.add(here ^ 1 << bit);
        }
        values.add(here + 1 & 0xFF);
        values.add(here - 1 & 0xFF);
        return values;
    }

    private static void addNeighbours(List<byte[]> batches, byte[] batch) {
        for (int at = 0; at < batch.length; at++) {
            for (int value : neighbours(batch[at] & 0xFF)) {
                byte[] other = batch.clone();
                other[at] = (byte) value;
                batches.add(other);
            }
            batches.add(Arrays.copyOf(batch, at));
            for (int width : ELEMENT_WIDTHS) {
                addLonger(batches, batch, at, 0, at + 1, width);
                addLonger(batches, batch, at, 1, at + 1, width);
            }
        }
        batches.add(Arrays.copyOf(batch, batch.length + 1));
    }

    /** With {@code more} added to a count, and with bytes repeated that may be one of what it counts. */
    private static void addLonger(List<byte[]> batches, byte[] batch, int count, int more, int from, int width) {
        if (from < SCENARIO || from + width > batch.length) {
            return;
        }
        ByteBuffer longer = ByteBuffer.allocate(batch.length + width).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(batch, 0, from).put(batch, from, width).put(batch, from, batch.length - from);
        longer.put(count, (byte) (batch[count] + more)).putInt(SCENARIO - Integer.BYTES, longer.capacity() - SCENARIO);
        batches.add(longer.array());
    }

    private static byte[] pack(List<Step> steps) {
        ByteBuffer batch = PackedScenarios.encode(List.of(new Scenario(steps)), ByteBuffer.allocate(1 << 12));
        return Arrays.copyOf(batch.array(), batch.limit());
    }

    private static List<ViewOperation> operations(int count) {
        List<ViewOperation> all = List.of(
                new ViewOperation.Slice(null, Long.MAX_VALUE, -1),
                new ViewOperation.Cast('~', Collections.nCopies(Limits.DIMENSIONS, Limits.LENGTH)),
                new ViewOperation.Cast(' ', null));
        List<ViewOperation> operations = new ArrayList<>(Collections.nCopies(count, new ViewOperation.ToReadonly()));
        for (int i = 0; i < Math.min(count, all.size()); i++) {
            operations.set(i, all.get(i));
        }
        return operations;
    }

    private static Scripted scripted(Geometry geometry, Scripted.Refusal refusal, Exporter target, Set<Quirk> quirks) {
        Scripted.Owner owner = target == null ? Scripted.Owner.NOBODY : Scripted.Owner.OTHER;
        return new Scripted(2, Limits.SEED, geometry, true, refusal, owner, target, true, true, quirks);
    }

    /** Exporters in each other, so many levels deep. */
    private static Exporter nested(int levels) {
        Exporter exporter = new NonBuffer(NonBuffer.Kind.STR);
        for (int i = 1; i < levels; i++) {
            exporter = new MemoryView(exporter, List.of());
        }
        return exporter;
    }
}
