package io.github.oldbuffer.suite;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** The model, made wrong: what it did is told wrongly. */
public record Distorted(Implementation model, BiFunction<Scenario, Transcript, Transcript> distortion)
        implements Implementation {

    public static Distorted by(BiFunction<Scenario, Transcript, Transcript> distortion) {
        return new Distorted(ModelImplementation.lawful(), distortion);
    }

    /** Every call is told as another one. */
    public static Distorted calls(BiFunction<Step.Call, Event.Called, Event.Called> distortion) {
        return by((scenario, transcript) -> {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < transcript.events().size(); i++) {
                Event event = transcript.events().get(i);
                boolean call = event instanceof Event.Called;
                events.add(call ? distortion.apply((Step.Call) scenario.steps().get(i), (Event.Called) event) : event);
            }
            return new Transcript(transcript.outcome(), events);
        });
    }

    /** Dies in the first step that a predicate, given the scenario and the step's index, says yes to. */
    public static Distorted dying(Outcome.Death death, String detail, BiPredicate<Scenario, Integer> fatal) {
        return by((scenario, transcript) -> {
            for (int i = 0; i < scenario.steps().size(); i++) {
                if (fatal.test(scenario, i)) {
                    return new Transcript(
                            new Outcome.Died(death, i, detail),
                            transcript.events().subList(0, i));
                }
            }
            return transcript;
        });
    }

    public static Event.Called withCode(Event.Called called, int code) {
        return new Event.Called(
                code,
                called.raised(),
                called.pointer(),
                called.length(),
                called.sample(),
                called.references(),
                called.others(),
                called.damage(),
                called.traffic());
    }

    public static Event.Called withLength(Event.Called called, Long length) {
        return new Event.Called(
                called.code(),
                called.raised(),
                called.pointer(),
                length,
                called.sample(),
                called.references(),
                called.others(),
                called.damage(),
                called.traffic());
    }

    public static Event.Called withRaised(Event.Called called, Raised raised) {
        return new Event.Called(
                called.code(),
                raised,
                called.pointer(),
                called.length(),
                called.sample(),
                called.references(),
                called.others(),
                called.damage(),
                called.traffic());
    }

    @Override
    public Identity identity() {
        return new Identity("distorted", "Distorted model", "1.2");
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        List<Transcript> transcripts = model.run(batch);
        List<Transcript> distorted = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            distorted.add(distortion.apply(batch.get(i), transcripts.get(i)));
        }
        return distorted;
    }

    @Override
    public void close() {
        model.close();
    }
}
