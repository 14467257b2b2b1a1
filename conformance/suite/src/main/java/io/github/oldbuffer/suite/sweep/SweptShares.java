package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The block of a sweep, of whatever bound, in which two objects stand on one memory, and in which a memory is resized in
 * every way while it is held and once it is free. What is tidied up behind the last step tells these from other blocks.
 */
final class SweptShares {
    private static final int SEED = 1;
    private static final List<Exporter> SHARED = withStreams(
            new Bytes(4, SEED, false),
            new ByteArray(4, SEED, false),
            new Array('h', 2, SEED),
            new Mmap(Mmap.Access.WRITE, 4, SEED));
    private static final List<Exporter> RESIZED = withStreams(
            new ByteArray(1, SEED, false),
            new ByteArray(4, SEED, false),
            new Array('h', 1, SEED),
            new Array('h', 2, SEED),
            new Library(LibraryType.MMAP_FILE, 4, SEED));

    private SweptShares() {}

    private static List<Exporter> withStreams(Exporter... others) {
        return Stream.concat(Stream.of(others), SweptExporters.streams(4).stream())
                .toList();
    }

    static void each(Consumer<List<Step>> sink) {
        for (Born born : Born.values()) {
            for (Exporter exporter : SHARED) {
                for (Sharing sharing : Sharing.values()) {
                    for (long start : sharing == Sharing.PICKLE_BUFFER ? new long[] {0} : new long[] {0, 1}) {
                        shared(new Step.Make(0, exporter, born), new Step.Share(1, 0, sharing, start), sink);
                    }
                }
            }
            for (Exporter exporter : RESIZED) {
                for (Way way : Way.values()) {
                    for (long length : new long[] {0, 2, 3, 5, 6}) {
                        resized(new Step.Make(0, exporter, born), new Step.Resize(0, length, way), sink);
                    }
                }
            }
        }
    }

    private static void shared(Step.Make make, Step.Share share, Consumer<List<Step>> sink) {
        if (!sensible(make, share)) {
            return;
        }
        for (Function function : Function.values()) {
            for (int called = 0; called < 2; called++) {
                sink.accept(Sensible.of(
                        make,
                        share,
                        Step.Call.of(function, called),
                        new Step.Change(1 - called, 0, 254),
                        new Step.Peek(function, called),
                        Step.Call.of(function, 1 - called)));
            }
        }
        sink.accept(Sensible.of(
                make,
                share,
                new Step.Resize(0, 6),
                new Step.Release(0),
                new Step.Release(1),
                new Step.Resize(0, 6),
                Step.Call.of(Function.READ, 0)));
        sink.accept(Sensible.of(make, share, new Step.Release(0), Step.Call.of(Function.READ, 1)));
    }

    private static void resized(Step.Make make, Step.Resize resize, Consumer<List<Step>> sink) {
        if (sensible(make, resize)) {
            sink.accept(Sensible.of(
                    make,
                    new Step.Acquire(0, 0, Request.SIMPLE),
                    resize,
                    new Step.ReleaseView(0),
                    resize,
                    Step.Call.of(Function.READ, 0),
                    new Step.Drop(0)));
        }
    }

    private static boolean sensible(Step... steps) {
        World world = new World();
        return List.of(steps).stream().allMatch(world::tryStep);
    }
}
