package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Valid scenarios over few objects and a few telling exporters: whatever makes no sense is left out. */
public final class ValidScenarios {

    private ValidScenarios() {}

    public static Arbitrary<Scenario> any() {
        return step().list().ofMinSize(1).ofMaxSize(30).map(ValidScenarios::sensible);
    }

    private static Scenario sensible(List<Step> steps) {
        World world = new World();
        List<Step> sensible = new ArrayList<>();
        sensible.add(new Step.Make(0, new ByteArray(5, 3, false)));
        world.tryStep(sensible.get(0));
        for (Step step : steps) {
            if (world.tryStep(step)) {
                sensible.add(step);
            }
        }
        return new Scenario(sensible);
    }

    private static Arbitrary<Exporter> exporter() {
        Exporter bytes = new ByteArray(9, 3, false);
        Exporter view = new MemoryView(bytes, List.of(new ViewOperation.Slice(1L, null, 1)));
        return Arbitraries.of(
                bytes,
                view,
                new Bytes(4, 3, true),
                new Bytes(0, 0, false),
                new Array('h', 3, 9),
                new BytesIoBuffer(6, 1),
                new Mmap(Mmap.Access.WRITE, 1L << 33, 0),
                new Mmap(Mmap.Access.READ, 70, 0),
                new NonBuffer(NonBuffer.Kind.NONE),
                new MemoryView(bytes, List.of(new ViewOperation.Slice(null, null, -2))),
                new MemoryView(bytes, List.of(new ViewOperation.Slice(null, 0L, 2))),
                new MemoryView(Exporters.refusing(true), List.of()),
                new MemoryView(Exporters.owned(Scripted.Owner.NOBODY, true), List.of()),
                new PythonClass(Scripted.flat(3, 1, false), PythonClass.Answer.VIEW, null, true),
                new PythonClass(bytes, PythonClass.Answer.VIEW, null, true),
                new PythonClass(bytes, PythonClass.Answer.RAISES, ExceptionType.VALUE_ERROR, false),
                Scripted.flat(7, 1, true),
                Exporters.owned(Scripted.Owner.NOBODY, true),
                Exporters.owned(Scripted.Owner.SELF, false),
                Exporters.redirecting(Scripted.flat(7, 1, false)),
                Exporters.redirecting(bytes),
                Exporters.refusing(true),
                Exporters.refusing(false),
                Exporters.nullBuffer(0),
                Exporters.nullBuffer(3),
                Exporters.quirky(Quirk.GRANTS_WRITABLE),
                Exporters.quirky(Quirk.WIPES_VIEW_ON_RELEASE),
                Exporters.shaped(12, new Geometry(1, 2, "h", List.of(2L, 2L), List.of(2L, 4L), false)),
                Exporters.shaped(12, new Geometry(0, 2, "h", List.of(2L), null, true)),
                Exporters.shaped(12, new Geometry(0, 2, "h", List.of(0L), null, true)));
    }

    private static Arbitrary<Step> step() {
        Arbitrary<Integer> names = Arbitraries.integers().between(0, 2);
        Arbitrary<Integer> bytes = Arbitraries.integers().between(0, 255);
        Arbitrary<Long> offsets = Arbitraries.longs().between(0, 10);
        Arbitrary<Function> functions = Arbitraries.of(Function.class);
        Arbitrary<Step> call = Combinators.combine(functions, names).as(Step.Call::of);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(names, exporter()).as(Step.Make::new)),
                Tuple.of(8, call),
                Tuple.of(1, strange(functions, names)),
                Tuple.of(4, Combinators.combine(functions, names).as(Step.Peek::new)),
                Tuple.of(3, Combinators.combine(names, offsets, bytes).as(Step.Poke::new)),
                Tuple.of(3, Combinators.combine(names, offsets, bytes).as(Step.Change::new)),
                Tuple.of(2, Combinators.combine(names, offsets).as(Step.Resize::new)),
                Tuple.of(2, names.map(Step.Release::new)),
                Tuple.of(
                        3,
                        Combinators.combine(names, names, Arbitraries.of(Request.class))
                                .as(Step.Acquire::new)),
                Tuple.of(3, names.map(Step.ReleaseView::new)),
                Tuple.of(
                        2,
                        Combinators.combine(names, Arbitraries.of(Step.Code.class))
                                .as(Step.Parse::new)),
                Tuple.of(1, names.map(Step.Drop::new)),
                Tuple.of(
                        2,
                        Combinators.combine(names, names, Arbitraries.of(Sharing.MEMORYVIEW, Sharing.SLICE), offsets)
                                .as(Step.Share::new)),
                Tuple.of(
                        1,
                        Combinators.combine(names, names, Arbitraries.of(Way.EXTEND, Way.ADD))
                                .as(Step.Append::new)),
                Tuple.of(
                        3,
                        Combinators.combine(names, Arbitraries.of(Moment.class), inside(names, offsets, functions))
                                .as(Step.Within::new)));
    }

    private static Arbitrary<Step> inside(
            Arbitrary<Integer> names, Arbitrary<Long> offsets, Arbitrary<Function> functions) {
        return Arbitraries.oneOf(
                Combinators.combine(functions, names).as(Step.Call::of),
                Combinators.combine(names, offsets).as(Step.Resize::new),
                names.map(Step.Release::new),
                names.map(Step.Drop::new));
    }

    private static Arbitrary<Step> strange(Arbitrary<Function> functions, Arbitrary<Integer> names) {
        return Combinators.combine(
                        functions,
                        names,
                        Arbitraries.of(Set.of(Step.Argument.LENGTH), Set.<Step.Argument>of()),
                        Arbitraries.of(ExceptionType.KEY_ERROR, ExceptionType.TYPE_ERROR))
                .as(Step.Call::new);
    }
}
