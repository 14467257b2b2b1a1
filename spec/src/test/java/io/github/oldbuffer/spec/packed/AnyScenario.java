package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every scenario that the written forms can tell, valid or not. */
public final class AnyScenario {

    private AnyScenario() {}

    public static Arbitrary<Scenario> scenario() {
        return step().list().ofMaxSize(8).map(Scenario::new).withoutEdgeCases();
    }

    private static Arbitrary<Step> step() {
        Arbitrary<Integer> names = Arbitraries.integers().between(0, Scenario.MAX_NAME);
        Arbitrary<Integer> bytes = Arbitraries.integers().between(0, 255);
        Arbitrary<Long> offsets = Arbitraries.longs();
        return Arbitraries.oneOf(
                Combinators.combine(names, AnyExporter.exporter(), Arbitraries.of(Born.class))
                        .as(Step.Make::new),
                Combinators.combine(names, AnyExporter.expression()).as(Step.Make::new),
                call(names),
                Combinators.combine(Arbitraries.of(Function.CHAR, Function.READ, Function.WRITE), names)
                        .as(Step.Peek::new),
                Combinators.combine(names, offsets, bytes).as(Step.Poke::new),
                Combinators.combine(names, offsets, bytes).as(Step.Change::new),
                Combinators.combine(names, Arbitraries.longs().between(0, Limits.LENGTH))
                        .as(Step.Resize::new),
                Combinators.combine(names, Arbitraries.longs().between(0, Limits.LENGTH), Arbitraries.of(Way.class))
                        .as(Step.Resize::new),
                Combinators.combine(
                                names,
                                names,
                                Arbitraries.of(Sharing.class),
                                Arbitraries.longs().between(0, Limits.LENGTH))
                        .as(Step.Share::new),
                names.map(Step.Release::new),
                Combinators.combine(names, names, Arbitraries.of(Request.class)).as(Step.Acquire::new),
                names.map(Step.ReleaseView::new),
                Combinators.combine(names, Arbitraries.of(Step.Code.class)).as(Step.Parse::new),
                names.map(Step.Drop::new),
                names.map(Step.Border::new),
                Combinators.combine(names, names, Arbitraries.of(Way.class)).as(Step.Append::new),
                Combinators.combine(names, Arbitraries.of(Moment.class), inside(names))
                        .as(Step.Within::new));
    }

    private static Arbitrary<Step> inside(Arbitrary<Integer> names) {
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Function.class), names).as(Step.Call::of),
                Combinators.combine(names, Arbitraries.longs().between(0, Limits.LENGTH), Arbitraries.of(Way.class))
                        .as(Step.Resize::new),
                names.map(Step.Release::new),
                names.map(Step.Drop::new));
    }

    private static Arbitrary<Step> call(Arbitrary<Integer> names) {
        return Combinators.combine(
                        Arbitraries.of(Function.class),
                        names,
                        Arbitraries.of(Step.Argument.class).set().ofMaxSize(3),
                        Arbitraries.of(ExceptionType.class).injectNull(0.5))
                .as(Step.Call::new);
    }
}
