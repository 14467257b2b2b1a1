package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.Scripted.Owner;
import io.github.oldbuffer.spec.exporter.Scripted.Refusal;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The block of a sweep, of whatever bound, in which calls stand together: two functions and a code of PyArg_ParseTuple
 * on one object, and functions on two objects in turn. One exporter of each sort will do: what clauses compare, and what
 * a function keeps between its calls, a single call never shows.
 *
 * <p>Its scenarios end otherwise than those of other blocks, or have two objects, so that none is swept twice.
 */
final class SweptTogether {
    private static final int SEED = 1;
    private static final List<Exporter> EXPORTERS = List.of(
            new NonBuffer(NonBuffer.Kind.STR),
            new Bytes(3, SEED, false),
            new ByteArray(3, SEED, false),
            new MemoryView(new ByteArray(3, SEED, false), List.of()),
            scripted(Geometry.flat(3), null, Owner.SELF, false, Set.of()),
            scripted(Geometry.flat(3), null, Owner.NOBODY, false, Set.of()),
            scripted(Geometry.flat(3), null, Owner.SELF, false, Set.of(Quirk.WIPES_VIEW_ON_RELEASE)),
            scripted(Geometry.flat(3), new Refusal(false, ExceptionType.TYPE_ERROR), Owner.SELF, false, Set.of()),
            scripted(Geometry.flat(0), null, Owner.SELF, true, Set.of()),
            scripted(new Geometry(0, 1, null, List.of(0L), List.of(2L), false), null, Owner.SELF, false, Set.of()),
            scripted(new Geometry(0, 1, null, List.of(2L, 0L), null, true), null, Owner.SELF, false, Set.of()));

    private SweptTogether() {}

    static void each(Consumer<List<Step>> sink) {
        for (Exporter one : EXPORTERS) {
            for (Function first : Function.values()) {
                for (Function second : Function.values()) {
                    compared(one, first, second, sink);
                    EXPORTERS.forEach(other -> inTurn(one, other, first, second, sink));
                }
            }
        }
    }

    private static void compared(Exporter exporter, Function first, Function second, Consumer<List<Step>> sink) {
        for (Step.Code code : List.of(Step.Code.Y_STAR, Step.Code.W_STAR)) {
            sink.accept(Sensible.of(
                    new Step.Make(0, exporter),
                    Step.Call.of(first, 0),
                    Step.Call.of(second, 0),
                    new Step.Parse(0, code)));
        }
    }

    /** The first object is free at the end, if it can be: neither call on it nor that between them left an export. */
    private static void inTurn(
            Exporter one, Exporter other, Function first, Function second, Consumer<List<Step>> sink) {
        sink.accept(Sensible.of(
                new Step.Make(0, one),
                new Step.Make(1, other),
                Step.Call.of(first, 0),
                Step.Call.of(second, 1),
                Step.Call.of(first, 0),
                new Step.Release(0),
                new Step.Resize(0, 4)));
    }

    private static Scripted scripted(
            Geometry geometry, Refusal refusal, Owner owner, boolean nullBuffer, Set<Quirk> quirks) {
        long memory = geometry.shape().contains(0L) ? 0 : 3;
        return new Scripted(memory, SEED, geometry, false, refusal, owner, null, nullBuffer, true, quirks);
    }
}
