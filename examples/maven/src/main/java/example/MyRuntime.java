package example;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.function.UnaryOperator;

/** A runtime to judge: a real one would run the scenarios itself, this one has the kit's model do it. */
public final class MyRuntime implements Implementation {

    private final Implementation inside = ModelImplementation.lawful();
    private final UnaryOperator<Event> answer;

    private MyRuntime(UnaryOperator<Event> answer) {
        this.answer = answer;
    }

    public static MyRuntime right() {
        return new MyRuntime(event -> event);
    }

    /** Returns 1 where the document says 0. */
    public static MyRuntime broken() {
        return new MyRuntime(
                event -> event instanceof Event.Called called && called.code() == 0 ? returningOne(called) : event);
    }

    @Override
    public Identity identity() {
        return new Identity("mine", "My runtime", "1.0");
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        return inside.run(batch).stream()
                .map(done -> new Transcript(
                        done.outcome(), done.events().stream().map(answer).toList()))
                .toList();
    }

    @Override
    public void close() {
        inside.close();
    }

    private static Event returningOne(Event.Called called) {
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
}
