package io.github.oldbuffer.commandline;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Implementations made from the model: {@code right}, {@code wrong} (every call that succeeds returns 1), {@code mortal}
 * (dies of its first call), {@code fragile} (dies of a NULL object), {@code idle} (supports nothing), {@code broken} (cannot run) and {@code absent} (does not
 * start).
 *
 * @param model of another provider
 */
record FakeProvider(ImplementationProvider model) implements ImplementationProvider {

    private static final List<String> IDS = List.of("absent", "broken", "fragile", "idle", "mortal", "right", "wrong");

    @Override
    public List<Offer> offers() {
        List<Offer> offers = new ArrayList<>(IDS.stream()
                .map(id -> new Offer(id, false, "a fake that is " + id))
                .toList());
        offers.add(new Offer("fake:PATH", true, "a family of fakes"));
        return offers;
    }

    @Override
    public boolean accepts(String id) {
        return IDS.contains(id);
    }

    @Override
    public Implementation open(String id) throws UnavailableException {
        return switch (id) {
            case "right" -> fake(id, transcript -> transcript);
            case "wrong" -> fake(id, FakeProvider::returnsOne);
            case "mortal" -> fake(id, FakeProvider::dies);
            case "fragile" -> fake(id, FakeProvider::diesOfNull);
            case "idle" -> fake(id, transcript -> Transcript.unsupported(0, "this"));
            case "broken" ->
                fake(id, transcript -> {
                    throw new IllegalStateException("the wire is cut");
                });
            default -> throw new UnavailableException("the interpreter is missing; install it");
        };
    }

    private Implementation fake(String id, Function<Transcript, Transcript> change) throws UnavailableException {
        return fake(id, (scenario, transcript) -> change.apply(transcript));
    }

    private Implementation fake(String id, BiFunction<Scenario, Transcript, Transcript> change)
            throws UnavailableException {
        Implementation real = model.open("model");
        return new Implementation() {
            @Override
            public Identity identity() {
                return new Identity(id, "Fake", "1.2");
            }

            @Override
            public List<Transcript> run(List<Scenario> batch) {
                List<Transcript> told = real.run(batch);
                return IntStream.range(0, batch.size())
                        .mapToObj(i -> change.apply(batch.get(i), told.get(i)))
                        .toList();
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }

    private static Transcript returnsOne(Transcript transcript) {
        return new Transcript(
                transcript.outcome(),
                transcript.events().stream()
                        .map(event ->
                                event instanceof Event.Called called && called.code() == 0 ? withOne(called) : event)
                        .toList());
    }

    private static Event withOne(Event.Called called) {
        return new Event.Called(
                1,
                called.raised(),
                called.pointer(),
                called.length(),
                called.sample(),
                called.references(),
                called.others(),
                called.damage(),
                called.traffic());
    }

    private static Transcript diesOfNull(Scenario scenario, Transcript transcript) {
        for (int i = 0; i < scenario.steps().size(); i++) {
            if (scenario.steps().get(i) instanceof Step.Call call
                    && call.nulls().contains(Step.Argument.OBJECT)) {
                return new Transcript(new Outcome.Died(Outcome.Death.CRASHED, i, "SIGSEGV"), List.of());
            }
        }
        return transcript;
    }

    private static Transcript dies(Transcript transcript) {
        List<Event> events = transcript.events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Event.Called) {
                return new Transcript(new Outcome.Died(Outcome.Death.CRASHED, i, "SIGSEGV"), events.subList(0, i));
            }
        }
        return transcript;
    }

    /** A scenario of one call on a bytes object. */
    static Scenario oneCall() {
        return Scenario.of(
                new Step.Make(0, new io.github.oldbuffer.spec.exporter.Bytes(5, 1, false)),
                Step.Call.of(io.github.oldbuffer.spec.scenario.Function.READ, 0));
    }
}
