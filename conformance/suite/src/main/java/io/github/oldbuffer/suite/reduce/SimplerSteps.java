package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Steps like a given one that are easier to read; most are no valid replacement, which others find out. */
final class SimplerSteps {

    private SimplerSteps() {}

    static Stream<Step> of(Step step) {
        if (step instanceof Step.Make make) {
            Stream<Step> plainer = SimplerExporters.of(make.exporter())
                    .map(exporter -> new Step.Make(make.object(), exporter, make.born()));
            return make.born() == Born.C
                    ? plainer
                    : Stream.concat(Stream.of(new Step.Make(make.object(), make.exporter())), plainer);
        } else if (step instanceof Step.Call call && !call.plain()) {
            return Stream.of(
                    new Step.Call(call.function(), call.object(), Set.of(), null),
                    new Step.Call(call.function(), call.object(), call.nulls(), null),
                    new Step.Call(call.function(), call.object(), Set.of(), call.pending()));
        } else if (step instanceof Step.Call call) {
            return Stream.of(new Step.Border(call.object()));
        } else if (step instanceof Step.Poke poke) {
            return numbers(poke.offset())
                    .flatMap(offset -> Stream.of(
                            new Step.Poke(poke.object(), offset, 255),
                            new Step.Poke(poke.object(), offset, poke.value())));
        } else if (step instanceof Step.Change change) {
            return numbers(change.offset())
                    .flatMap(offset -> Stream.of(
                            new Step.Change(change.object(), offset, 255),
                            new Step.Change(change.object(), offset, change.value())));
        } else if (step instanceof Step.Resize resize) {
            return numbers(resize.length())
                    .flatMap(length -> Stream.of(Way.ANY, resize.way())
                            .distinct()
                            .map(way -> new Step.Resize(resize.object(), length, way)));
        } else if (step instanceof Step.Share share) {
            return numbers(share.start())
                    .flatMap(start -> Stream.of(Sharing.MEMORYVIEW, share.sharing())
                            .distinct()
                            .map(sharing -> new Step.Share(share.object(), share.of(), sharing, start)));
        } else if (step instanceof Step.Acquire acquire) {
            return Stream.of(
                    new Step.Border(acquire.object()),
                    new Step.Acquire(acquire.view(), acquire.object(), Request.SIMPLE));
        }
        if (step instanceof Step.Within within) {
            return of(within.inside()).map(inside -> new Step.Within(within.object(), within.moment(), inside));
        }
        return step instanceof Step.Parse parse ? Stream.of(new Step.Border(parse.object())) : Stream.empty();
    }

    /** The number itself and smaller ones, the smallest first. */
    static Stream<Long> numbers(long number) {
        return LongStream.of(0, 1, 2, 3, 4, 8, number / 2, number - 8, number - 1, number)
                .filter(smaller -> smaller >= 0 && smaller <= number)
                .distinct()
                .boxed();
    }
}
