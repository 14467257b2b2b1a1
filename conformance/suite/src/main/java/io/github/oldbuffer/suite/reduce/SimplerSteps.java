package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.schema.StepShape;
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
        }
        return Stream.concat(border(step), StepShape.step().simpler(step));
    }

    /** Where a call was no more than the first thing of C that saw the object. */
    private static Stream<Step> border(Step step) {
        boolean call = step instanceof Step.Call some && some.plain();
        return call || step instanceof Step.Acquire || step instanceof Step.Parse
                ? Stream.of(new Step.Border(StepSubject.named(step)))
                : Stream.empty();
    }

    /** The number itself and smaller ones, the smallest first. */
    static Stream<Long> numbers(long number) {
        return LongStream.of(0, 1, 2, 3, 4, 8, number / 2, number - 8, number - 1, number)
                .filter(smaller -> smaller >= 0 && smaller <= number)
                .distinct()
                .boxed();
    }
}
