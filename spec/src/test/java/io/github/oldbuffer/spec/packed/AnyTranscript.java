package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Told;
import io.github.oldbuffer.spec.transcript.Traffic;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every transcript that the written forms can tell, of any scenario or none. */
public final class AnyTranscript {

    private AnyTranscript() {}

    public static Arbitrary<Transcript> transcript() {
        return Combinators.combine(outcome(), event().list().ofMaxSize(8))
                .as(Transcript::new)
                .withoutEdgeCases();
    }

    private static Arbitrary<Outcome> outcome() {
        Arbitrary<Integer> steps = Arbitraries.integers().between(0, Limits.STEP_INDEX);
        return Arbitraries.oneOf(
                Arbitraries.just(Outcome.COMPLETED),
                Combinators.combine(steps, texts()).as(Outcome.Unsupported::new),
                Combinators.combine(Arbitraries.of(Outcome.Death.class), steps, texts())
                        .as(Outcome.Died::new));
    }

    private static Arbitrary<Event> event() {
        return Arbitraries.oneOf(
                raised().map(Event.Made::new),
                told().map(told -> new Event.Made(null, told)),
                called(),
                Combinators.combine(Arbitraries.of(true, false), raised(), pointer(), Arbitraries.longs(), traffic())
                        .as(Event.Viewed::new),
                sample().map(Event.Peeked::new),
                Arbitraries.integers().between(-1, 255).map(Event.Poked::new),
                Combinators.combine(raised(), traffic()).as(Event.Done::new),
                texts().map(Event.Skipped::new));
    }

    private static Arbitrary<Told> told() {
        Arbitrary<Told> some = Arbitraries.integers()
                .between(0, 5)
                .flatMap(dimensions -> Combinators.combine(
                                Arbitraries.of(true, false),
                                Arbitraries.integers().greaterOrEqual(0),
                                Arbitraries.strings().ascii().ofMaxLength(200),
                                Arbitraries.longs().greaterOrEqual(0).list().ofSize(dimensions),
                                Arbitraries.longs().list().ofSize(dimensions),
                                Arbitraries.of(true, false),
                                sample())
                        .as((readonly, itemsize, format, shape, strides, indirect, sample) -> new Told(
                                Told.Memory.SOME, readonly, itemsize, format, shape, strides, indirect, sample)));
        return Arbitraries.oneOf(Arbitraries.of(Told.NONE, Told.UNKNOWN), some);
    }

    private static Arbitrary<Event> called() {
        Arbitrary<Integer> counts = Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.of(0, 0, Event.UNCOUNTED));
        return Combinators.combine(
                        Arbitraries.integers(),
                        raised(),
                        pointer(),
                        Arbitraries.longs().injectNull(0.3),
                        sample(),
                        Combinators.combine(counts, others(counts)).as(Map::entry),
                        damage(),
                        traffic())
                .as((code, raised, pointer, length, sample, two, damage, traffic) -> new Event.Called(
                        code, raised, pointer, length, sample, two.getKey(), two.getValue(), damage, traffic));
    }

    private static Arbitrary<Counts> others(Arbitrary<Integer> changes) {
        Arbitrary<Count> count = Combinators.combine(
                        Arbitraries.integers().between(0, Scenario.MAX_NAME),
                        Arbitraries.integers().between(0, Limits.TRAFFIC_DEPTH),
                        changes)
                .as(Count::new);
        return Arbitraries.oneOf(
                Arbitraries.of(Counts.UNCHANGED, Counts.UNCOUNTED),
                Combinators.combine(count.list().ofMaxSize(5), Arbitraries.of(true, false))
                        .as(Counts::new));
    }

    private static Arbitrary<Damage> damage() {
        return Arbitraries.oneOf(
                Arbitraries.just(null),
                Arbitraries.longs().map(Damage::seen),
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(Damage::new));
    }

    private static Arbitrary<Raised> raised() {
        return Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.of("TypeError", "BufferError"), texts()),
                        Arbitraries.of(true, false),
                        Arbitraries.oneOf(Arbitraries.of("", "expected a readable buffer object"), texts()))
                .as(Raised::new)
                .injectNull(0.4);
    }

    private static Arbitrary<Pointer> pointer() {
        Arbitrary<Long> values = Arbitraries.longs().greaterOrEqual(0);
        return Arbitraries.oneOf(
                Arbitraries.of(Pointer.UNTOUCHED, Pointer.NULL, Pointer.within(0)),
                Arbitraries.longs().map(Pointer::within),
                values.map(Pointer::elsewhere));
    }

    private static Arbitrary<Sample> sample() {
        return Arbitraries.oneOf(
                Arbitraries.of(Sample.NONE, Sample.UNREADABLE),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(Sample.WHOLE).map(Sample::read));
    }

    private static Arbitrary<List<Traffic>> traffic() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Scenario.MAX_NAME),
                        Arbitraries.integers().between(0, Limits.TRAFFIC_DEPTH),
                        Arbitraries.of(Traffic.Kind.class),
                        Arbitraries.integers())
                .as(Traffic::new)
                .list()
                .ofMaxSize(5);
    }

    /** Text of one, two, three and four bytes a character, short enough for every place that has a text. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(200),
                Arbitraries.strings().withCharRange('\0', '\uD7FF').ofMaxLength(60),
                Arbitraries.strings()
                        .withCharRange('\uE000', '\uFFFF')
                        .ofMaxLength(30)
                        .map(text -> text + "\uD83D\uDC0D" + text));
    }
}
