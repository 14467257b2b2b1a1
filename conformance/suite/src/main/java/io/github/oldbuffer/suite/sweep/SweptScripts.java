package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.Scripted.Owner;
import io.github.oldbuffer.spec.exporter.Scripted.Refusal;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The scripted exporters of a sweep. */
final class SweptScripts {
    private static final int SEED = 1;
    private static final boolean[] BOTH = {false, true};

    /** A layout and the memory that it needs. */
    private record Laid(long memory, Geometry geometry) {}

    private static final List<Laid> LAYOUTS = List.of(
            new Laid(0, Geometry.flat(0)),
            new Laid(1, Geometry.flat(1)),
            new Laid(65, Geometry.flat(65)),
            new Laid((1L << 31) + 5, Geometry.flat((1L << 31) + 5)),
            new Laid(8, new Geometry(3, 1, null, List.of(5L), null, false)),
            new Laid(12, new Geometry(0, 4, "i", List.of(3L), List.of(4L), false)),
            new Laid(12, new Geometry(0, 2, "h", List.of(2L, 3L), null, false)),
            new Laid(8, new Geometry(0, 8, "d", List.of(), null, false)),
            new Laid(0, new Geometry(0, 1, null, List.of(2L, 0L, 3L), null, false)),
            new Laid(6, new Geometry(0, 2, "h", List.of(1L, 3L), List.of(-7L, 2L), false)),
            new Laid(9, new Geometry(0, 1, null, List.of(5L), List.of(2L), false)),
            new Laid(4, new Geometry(0, 1, null, List.of(3L), List.of(0L), false)),
            new Laid(5, new Geometry(4, 1, null, List.of(5L), List.of(-1L), false)),
            new Laid(6, new Geometry(0, 1, null, List.of(2L, 3L), List.of(1L, 2L), false)),
            new Laid(6, new Geometry(0, 1, null, List.of(2L, 3L), null, true)),
            new Laid(0, new Geometry(0, 1, null, List.of(0L), List.of(2L), false)),
            new Laid(0, new Geometry(0, 1, null, List.of(2L, 0L), null, true)));

    private SweptScripts() {}

    static List<Exporter> all() {
        List<Exporter> all = new ArrayList<>();
        for (Laid laid : LAYOUTS) {
            for (boolean readonly : BOTH) {
                for (Refusal refusal : refusals()) {
                    for (boolean releases : BOTH) {
                        all.add(of(laid, readonly, refusal, Owner.SELF, false, releases, Set.of()));
                        all.add(of(laid, readonly, refusal, Owner.NOBODY, false, releases, Set.of()));
                    }
                    all.add(of(laid, readonly, refusal, Owner.SELF, true, true, Set.of()));
                    for (Quirk quirk : Quirk.values()) {
                        all.add(of(laid, readonly, refusal, Owner.SELF, false, true, Set.of(quirk)));
                    }
                }
            }
        }
        redirecting(all);
        return all;
    }

    private static void redirecting(List<Exporter> all) {
        List<Exporter> targets = List.of(
                new Bytes(3, SEED, false),
                new ByteArray(3, SEED, false),
                Scripted.flat(3, SEED, false),
                Scripted.flat(3, SEED, true),
                new MemoryView(new ByteArray(6, SEED, false), List.of(new Slice(null, null, 2))));
        for (Exporter target : targets) {
            for (Refusal refusal : refusals()) {
                for (boolean releases : BOTH) {
                    all.add(new Scripted(
                            0, 0, Geometry.flat(0), false, refusal, Owner.OTHER, target, false, releases, Set.of()));
                }
            }
        }
    }

    /** None, and each exception for every request and for writable ones; the first is {@code null}. */
    private static List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        refusals.add(null);
        for (ExceptionType exception : ExceptionType.values()) {
            refusals.add(new Refusal(false, exception));
            refusals.add(new Refusal(true, exception));
        }
        return refusals;
    }

    private static Scripted of(
            Laid laid,
            boolean readonly,
            Refusal refusal,
            Owner owner,
            boolean nullBuffer,
            boolean releases,
            Set<Quirk> quirks) {
        return new Scripted(
                laid.memory(), SEED, laid.geometry(), readonly, refusal, owner, null, nullBuffer, releases, quirks);
    }
}
