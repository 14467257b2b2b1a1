package io.github.oldbuffer.spec.facts;

import static io.github.oldbuffer.spec.facts.Subjects.require;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.ArrayList;
import java.util.List;

/** What will run inside later steps, in order. */
record Armed(List<Step.Within> all) {

    static final Armed NOTHING = new Armed(List.of());

    /** The most things that run inside the methods of one object. */
    private static final int MOST = 8;

    Armed {
        all = List.copyOf(all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether something runs in a method of an object. */
    boolean in(int object, Moment moment) {
        return !all.isEmpty() && all.stream().anyMatch(each -> each.object() == object && each.moment() == moment);
    }

    /** Whether something runs in an object that is asked for its memory, or gives it up. */
    boolean inRequests(int object) {
        return in(object, Moment.BUFFER) || in(object, Moment.RELEASE);
    }

    /** Whether an object has to stay: something is to run in it, or to be done to it. */
    boolean needs(int object) {
        return !all.isEmpty()
                && all.stream().anyMatch(each -> each.object() == object || StepSubject.named(each.inside()) == object);
    }

    /** What runs in a method of an object. */
    List<Step.Within> now(int object, Moment moment) {
        return all.stream()
                .filter(each -> each.object() == object && each.moment() == moment)
                .toList();
    }

    /** The same without that. */
    Armed without(List<Step.Within> over) {
        List<Step.Within> left = new ArrayList<>(all);
        left.removeAll(over);
        return new Armed(left);
    }

    /**
     * The same and one thing more.
     *
     * @param state of the object in which it runs
     * @param sharing whether that stands on the memory of another
     * @throws InvalidException where it makes no sense
     */
    Armed with(Step.Within within, State state, boolean sharing) throws InvalidException {
        Step inside = within.inside();
        boolean sliced = state.exporter() instanceof MemoryView && sharing;
        require(
                within.moment() == Moment.INDEX ? sliced : state.exporter() instanceof PythonClass,
                "code runs in a class with __buffer__, or in the slice of a memoryview over another object");
        require(
                within.moment() != Moment.RELEASE
                        || state.exporter() instanceof PythonClass python && python.releases(),
                "code runs in a __release_buffer__ that there is");
        require(
                inside instanceof Step.Call call && call.plain()
                        || inside instanceof Step.Resize
                        || inside instanceof Step.Release
                        || inside instanceof Step.Drop,
                "what runs inside is a call, a resize, a release or a drop");
        require(
                StepSubject.named(inside) != within.object() || own(within, state),
                "code of an object does no such thing to the object itself");
        require(
                all.stream().filter(each -> each.object() == within.object()).count() < MOST,
                "at most " + MOST + " things run inside the methods of an object");
        List<Step.Within> more = new ArrayList<>(all);
        more.add(within);
        return new Armed(more);
    }

    /** What code of an object may do to the object itself: call it, release it, or shrink what it hands out. */
    private static boolean own(Step.Within within, State state) {
        return switch (within.moment()) {
            case BUFFER -> within.inside() instanceof Step.Call;
            case RELEASE ->
                within.inside() instanceof Step.Resize resize
                        && resize.way() == Way.ANY
                        && state.exporter() instanceof PythonClass python
                        && python.base() instanceof ByteArray;
            case INDEX -> within.inside() instanceof Step.Release || within.inside() instanceof Step.Call;
        };
    }
}
