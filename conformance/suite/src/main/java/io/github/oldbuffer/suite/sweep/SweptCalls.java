package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Argument;
import io.github.oldbuffer.spec.scenario.Step.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a sweep does with an exporter.
 *
 * <p>Scenarios that begin alike share their steps and stand side by side, so that what is known of the beginning need
 * not be found out again.
 */
final class SweptCalls {
    private static final List<Function> FUNCTIONS = List.of(Function.values());
    private static final List<ExceptionType> PENDING = Arrays.asList(null, ExceptionType.VALUE_ERROR);
    private static final List<Call> PLAIN =
            FUNCTIONS.stream().map(function -> Call.of(function, 0)).toList();
    private static final List<Call> EVERY_WAY =
            FUNCTIONS.stream().flatMap(SweptCalls::everyWay).toList();

    private final List<List<Step>> between;
    private final Consumer<List<Step>> sink;

    private SweptCalls(List<List<Step>> between, Consumer<List<Step>> sink) {
        this.between = between;
        this.sink = sink;
    }

    /** Every function with NULL for the object: which object it is not does not matter then. */
    static void withoutObject(Consumer<List<Step>> sink) {
        Step make = new Step.Make(0, new NonBuffer(NonBuffer.Kind.NONE));
        for (Call call : EVERY_WAY) {
            List<Argument> all = new ArrayList<>(call.nulls());
            all.add(Argument.OBJECT);
            sink.accept(List.of(make, new Call(call.function(), 0, Set.copyOf(all), call.pending())));
        }
    }

    /** One call in every way, then plain calls with every step between them: the steps of each scenario. */
    static void on(Exporter exporter, int bound, Consumer<List<Step>> sink) {
        Step make = new Step.Make(0, exporter);
        for (Call call : EVERY_WAY) {
            sink.accept(List.of(make, call));
        }
        if (bound > 1) {
            World world = new World();
            if (!world.tryStep(make)) {
                throw new IllegalStateException("a sweep has an exporter that makes no sense: " + exporter);
            }
            SweptCalls longer = new SweptCalls(Between.of(exporter, world.object(0)), sink);
            for (int calls = 2; calls <= bound; calls++) {
                longer.goOn(List.of(make), world, calls);
            }
        }
    }

    /** Scenarios that go on with exactly so many calls; what a step makes impossible is cut off with all behind it. */
    private void goOn(List<Step> before, World world, int calls) {
        for (Call call : PLAIN) {
            List<Step> called = joined(before, List.of(call));
            if (calls == 1) {
                sink.accept(called);
                continue;
            }
            World after = world.copy();
            after.tryStep(call);
            for (List<Step> middle : between) {
                World then = after.copy();
                if (middle.stream().allMatch(then::tryStep)) {
                    goOn(joined(called, middle), then, calls - 1);
                }
            }
        }
    }

    /** Every function called in every way, but with NULL for the object. */
    static List<Call> everyWay() {
        return EVERY_WAY;
    }

    private static Stream<Call> everyWay(Function function) {
        return nulls(function).flatMap(nulls -> PENDING.stream().map(pending -> new Call(function, 0, nulls, pending)));
    }

    /** Without the object, which is never NULL here: nothing, each of the outputs, both. */
    private static Stream<Set<Argument>> nulls(Function function) {
        return function.hasOutputs()
                ? Stream.of(
                        Set.of(),
                        Set.of(Argument.BUFFER),
                        Set.of(Argument.LENGTH),
                        Set.of(Argument.BUFFER, Argument.LENGTH))
                : Stream.of(Set.of());
    }

    private static List<Step> joined(List<Step> some, List<Step> others) {
        Step[] all = new Step[some.size() + others.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < some.size() ? some.get(i) : others.get(i - some.size());
        }
        return List.of(all);
    }
}
