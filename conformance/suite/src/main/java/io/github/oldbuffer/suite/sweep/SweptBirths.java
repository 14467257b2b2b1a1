package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.List;
import java.util.function.Consumer;

/**
 * The block of a sweep, of whatever bound, in which Python code makes the objects: C sees each for the first time in the
 * one call of its scenario, as it was made, changed, resized, or released.
 */
final class SweptBirths {

    private SweptBirths() {}

    static void each(List<Exporter> exporters, Consumer<List<Step>> sink) {
        exporters.stream().filter(Born::inPython).forEach(exporter -> each(exporter, sink));
    }

    private static void each(Exporter exporter, Consumer<List<Step>> sink) {
        Step make = new Step.Make(0, exporter, Born.PYTHON);
        SweptCalls.everyWay().forEach(call -> sink.accept(List.of(make, call)));
        World world = new World();
        if (!world.tryStep(make)) {
            throw new IllegalStateException("a sweep has an exporter that makes no sense: " + exporter);
        }
        int itemsize = world.object(0).subject().hasMemory()
                ? world.object(0).subject().layout().itemsize()
                : 1;
        long length = world.object(0).length();
        List<Step> before = List.of(
                new Step.Change(0, 0, 254),
                new Step.Resize(0, 0),
                new Step.Resize(0, length + itemsize),
                new Step.Release(0));
        for (Step step : before) {
            if (world.copy().tryStep(step)) {
                seen(List.of(make, step), sink);
            }
        }
        seen(make, new Step.Acquire(0, 0, Request.SIMPLE), world, sink);
        seen(make, new Step.Parse(0, Step.Code.Y_STAR), world, sink);
    }

    private static void seen(List<Step> before, Consumer<List<Step>> sink) {
        for (Function function : Function.values()) {
            sink.accept(List.of(before.get(0), before.get(1), Step.Call.of(function, 0)));
        }
    }

    /** What the new protocol says to an object that C has not seen, beside the functions. */
    private static void seen(Step make, Step step, World world, Consumer<List<Step>> sink) {
        if (world.copy().tryStep(step)) {
            sink.accept(List.of(make, step, Step.Call.of(Function.READ, 0)));
        }
    }
}
