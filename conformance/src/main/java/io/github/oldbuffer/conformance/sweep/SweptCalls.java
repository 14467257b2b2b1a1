package io.github.oldbuffer.conformance.sweep;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Subject;
import io.github.oldbuffer.spec.facts.Subjects;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Argument;
import io.github.oldbuffer.spec.scenario.Step.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a sweep does with an exporter. */
final class SweptCalls {
    private static final List<Function> FUNCTIONS = List.of(Function.values());
    private static final List<ExceptionType> PENDING = Arrays.asList(null, ExceptionType.VALUE_ERROR);

    private SweptCalls() {}

    /** Every function with NULL for the object: which object it is not does not matter then. */
    static Stream<Scenario> withoutObject() {
        Step make = new Step.Make(0, new NonBuffer(NonBuffer.Kind.NONE));
        return FUNCTIONS.stream()
                .flatMap(function -> nulls(function)
                        .flatMap(nulls -> PENDING.stream().map(pending -> {
                            List<Argument> all = new ArrayList<>(nulls);
                            all.add(Argument.OBJECT);
                            return Scenario.of(make, new Call(function, 0, Set.copyOf(all), pending));
                        })));
    }

    /** One call in every way, then plain calls with every step between them. */
    static Stream<Scenario> on(Exporter exporter, int bound) {
        Step make = new Step.Make(0, exporter);
        Stream<Scenario> single = FUNCTIONS.stream()
                .flatMap(function -> nulls(function)
                        .flatMap(nulls -> PENDING.stream()
                                .map(pending -> Scenario.of(make, new Call(function, 0, nulls, pending)))));
        if (bound == 1) {
            return single;
        }
        List<List<Step>> between = between(exporter);
        Stream<Scenario> all = single;
        for (int calls = 2; calls <= bound; calls++) {
            all = Stream.concat(all, longer(List.of(make), between, calls));
        }
        return all;
    }

    /** Scenarios that go on with exactly so many calls; what a step makes impossible is cut off with all behind it. */
    private static Stream<Scenario> longer(List<Step> before, List<List<Step>> between, int calls) {
        Stream<List<Step>> called = FUNCTIONS.stream().map(function -> joined(before, List.of(Call.of(function, 0))));
        if (calls == 1) {
            return called.map(Scenario::new);
        }
        return called.flatMap(steps -> between.stream()
                .map(middle -> joined(steps, middle))
                .filter(whole -> Facts.problem(new Scenario(whole)).isEmpty())
                .flatMap(whole -> longer(whole, between, calls - 1)));
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

    /** Everything that may stand between two calls, whether it makes sense for this exporter or not. */
    private static List<List<Step>> between(Exporter exporter) {
        List<List<Step>> all = new ArrayList<>();
        all.add(List.of());
        for (Function function : FUNCTIONS) {
            if (function.hasOutputs()) {
                all.add(List.of(new Step.Peek(function, 0)));
            }
        }
        Subject subject;
        try {
            subject = Subjects.of(exporter);
        } catch (InvalidException invalid) {
            throw new AssertionError("a sweep has an exporter that makes no sense", invalid);
        }
        long last = Math.max(0, subject.length() - 1);
        for (long offset : last == 0 ? new long[] {0} : new long[] {0, last}) {
            all.add(List.of(new Step.Poke(0, offset, 255)));
            all.add(List.of(new Step.Change(0, offset, 254)));
        }
        int itemsize = subject.hasMemory() ? subject.layout().itemsize() : 1;
        all.add(List.of(new Step.Resize(0, 0)));
        all.add(List.of(new Step.Resize(0, subject.length() + itemsize)));
        all.add(List.of(new Step.Release(0)));
        for (Request request : Request.values()) {
            all.add(List.of(new Step.Acquire(0, 0, request), new Step.ReleaseView(0)));
        }
        for (Step.Code code : Step.Code.values()) {
            all.add(List.of(new Step.Parse(0, code)));
        }
        all.add(List.of(new Step.Acquire(0, 0, Request.FULL_RO), new Step.Release(0), new Step.ReleaseView(0)));
        all.add(List.of(new Step.Acquire(0, 0, Request.SIMPLE), new Step.Resize(0, 0), new Step.ReleaseView(0)));
        all.add(List.of(new Step.Drop(0), new Step.Make(0, exporter)));
        return all;
    }

    private static List<Step> joined(List<Step> some, List<Step> others) {
        List<Step> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
