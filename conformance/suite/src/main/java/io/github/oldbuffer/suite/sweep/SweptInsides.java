package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The scenarios of a sweep, of whatever bound, in which code of their own runs inside a step. */
final class SweptInsides {
    private static final int SEED = 1;
    private static final List<Exporter> BASES = List.of(new Bytes(3, SEED, false), new ByteArray(4, SEED, false));
    private static final List<Exporter> TOUCHED =
            List.of(new ByteArray(5, SEED, false), new MemoryView(new Bytes(5, SEED, false), List.of()));
    private static final List<Step> INSIDE = List.of(
            Step.Call.of(Function.READ, 1),
            Step.Call.of(Function.WRITE, 0),
            new Step.Resize(1, 2),
            new Step.Resize(1, 40),
            new Step.Release(1),
            new Step.Drop(1),
            new Step.Resize(0, 1));

    private SweptInsides() {}

    static void each(Consumer<List<Step>> sink) {
        // what makes no sense any more behind a drop is left out, so that some are alike
        Set<List<Step>> seen = new HashSet<>();
        all(steps -> {
            if (seen.add(steps)) {
                sink.accept(steps);
            }
        });
    }

    private static void all(Consumer<List<Step>> sink) {
        for (Born born : Born.values()) {
            for (Exporter base : BASES) {
                PythonClass asked = new PythonClass(base, PythonClass.Answer.VIEW, null, true);
                for (Exporter other : TOUCHED) {
                    for (Step inside : INSIDE) {
                        for (Moment moment : List.of(Moment.BUFFER, Moment.RELEASE)) {
                            inRequest(
                                    List.of(
                                            new Step.Make(0, asked, born),
                                            new Step.Make(1, other, born),
                                            new Step.Within(0, moment, inside)),
                                    sink);
                        }
                    }
                }
            }
            sliced(born, sink);
            sliced(born, sink, new Step.Within(1, Moment.INDEX, new Step.Release(1)));
            sliced(born, sink, new Step.Within(1, Moment.INDEX, new Step.Resize(0, 2)));
            sliced(born, sink, new Step.Within(1, Moment.INDEX, Step.Call.of(Function.READ, 1)));
        }
    }

    private static void sliced(Born born, Consumer<List<Step>> sink, Step... inside) {
        List<Step> steps = new ArrayList<>(List.of(
                new Step.Make(0, new ByteArray(5, SEED, false), born), new Step.Share(1, 0, Sharing.MEMORYVIEW, 0)));
        steps.addAll(List.of(inside));
        with(
                steps,
                sink,
                new Step.Share(2, 1, Sharing.SLICE, 2),
                Step.Call.of(Function.READ, 2),
                Step.Call.of(Function.READ, 0),
                new Step.Drop(2));
    }

    private static void inRequest(List<Step> before, Consumer<List<Step>> sink) {
        World world = new World();
        if (!before.stream().allMatch(world::tryStep) || !world.tryStep(Step.Call.of(Function.READ, 0))) {
            return;
        }
        for (Function function : Function.values()) {
            with(before, sink, Step.Call.of(function, 0), Step.Call.of(function, 1), Step.Call.of(function, 0));
        }
        with(
                before,
                sink,
                new Step.Acquire(0, 0, Request.SIMPLE),
                new Step.ReleaseView(0),
                Step.Call.of(Function.READ, 0));
        with(before, sink, new Step.Parse(0, Step.Code.Y_STAR), Step.Call.of(Function.READ, 0));
        with(
                before,
                sink,
                new Step.Acquire(0, 1, Request.SIMPLE),
                Step.Call.of(Function.READ, 0),
                new Step.ReleaseView(0),
                new Step.Resize(1, 6),
                Step.Call.of(Function.READ, 1));
        for (Way way : List.of(Way.EXTEND, Way.ADD, Way.ASSIGN)) {
            with(before, sink, new Step.Append(1, 0, way), Step.Call.of(Function.READ, 1));
        }
    }

    private static void with(List<Step> before, Consumer<List<Step>> sink, Step... after) {
        sink.accept(Sensible.of(Stream.concat(before.stream(), Stream.of(after))));
    }
}
