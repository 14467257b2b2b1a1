package io.github.oldbuffer.spec.judge.seen;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.Inside;
import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;

/**
 * What rules look at: the steps that happened, each with its fact and its event.
 *
 * <p>Ends with the first step that did not leave the objects as its fact says, that step included: what comes behind
 * it would be judged by facts that are none.
 */
public final class Case {

    private static final ViewSeen[] NO_VIEWS = {};

    private final List<Step> steps;
    private final List<Fact> facts;
    private final List<Event> events;
    private final int size;
    // arrays: millions of cases are looked at by some forty rules each, and a list makes an iterator for each look
    private final CallSeen[] calls;
    private final ViewSeen[] views;
    private final int traits;

    public Case(List<Step> steps, List<Fact> facts, List<Event> events) {
        this.steps = steps;
        this.facts = facts;
        this.events = events;
        this.size = reliable(facts, events);
        CallSeen[] called = new CallSeen[size];
        ViewSeen[] requested = NO_VIEWS;
        int count = 0;
        int seen = 0;
        for (int i = 0; i < size; i++) {
            if (facts.get(i) instanceof Fact.OfCall fact
                    && events.get(i) instanceof Event.Called event
                    && steps.get(i) instanceof Step.Call call
                    && call.plain()
                    && fact.state().lawful()) {
                seen |= Traits.of(call.function()) | (count == 0 ? 0 : Traits.SEVERAL_CALLS);
                called[count++] = new CallSeen(
                        i,
                        call.function(),
                        fact.state(),
                        fact.support(),
                        fact.inside().gone(),
                        event);
            } else if (facts.get(i) instanceof Fact.OfView fact && events.get(i) instanceof Event.Viewed viewed) {
                seen |= Traits.VIEW;
                requested = with(
                        requested,
                        new ViewSeen(i, steps.get(i) instanceof Step.Parse parse ? parse.code() : null, fact, viewed));
            } else if (facts.get(i) instanceof Fact.OfExclusive) {
                seen |= Traits.EXCLUSIVE;
            } else if (steps.get(i) instanceof Step.Within) {
                // what runs inside a later step may be a resize
                seen |= Traits.EXCLUSIVE;
            } else if (steps.get(i) instanceof Step.Poke) {
                seen |= Traits.POKE;
            } else if (steps.get(i) instanceof Step.Share) {
                seen |= Traits.SHARED;
            }
        }
        this.calls = first(called, count);
        this.views = requested;
        this.traits = seen;
    }

    // what Arrays has for this makes the array by reflection, which costs more than all else here

    private static CallSeen[] first(CallSeen[] calls, int count) {
        if (count == calls.length) {
            return calls;
        }
        CallSeen[] first = new CallSeen[count];
        System.arraycopy(calls, 0, first, 0, count);
        return first;
    }

    private static ViewSeen[] with(ViewSeen[] views, ViewSeen another) {
        ViewSeen[] all = new ViewSeen[views.length + 1];
        System.arraycopy(views, 0, all, 0, views.length);
        all[views.length] = another;
        return all;
    }

    /** What there is in it, a set of {@link Traits}. */
    public int traits() {
        return traits;
    }

    /** How many steps may be judged. */
    public int size() {
        return size;
    }

    public Step step(int index) {
        return steps.get(index);
    }

    public Fact fact(int index) {
        return facts.get(index);
    }

    public Event event(int index) {
        return events.get(index);
    }

    /** The calls that the contract speaks about: no NULL argument, nothing pending, a lawful exporter. */
    public CallSeen[] calls() {
        return calls;
    }

    /** Every request through the new protocol. */
    public ViewSeen[] views() {
        return views;
    }

    private static int reliable(List<Fact> facts, List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            if (!asTold(facts.get(i), events.get(i))) {
                return i + 1;
            }
        }
        return events.size();
    }

    /**
     * Whether a step that needs an object without exports succeeded, or failed for its exports. Where it raises what is no
     * BufferError the reason is another: PyPy's array('u') takes no slice while an item is no character.
     */
    public static boolean tellsOfExports(Event.Done done) {
        return done.raised() == null || done.raised().type().equals(ExceptionType.BUFFER_ERROR.pythonName());
    }

    /** Whether what was to run inside the step ran, and came out as it should; nothing else does for its step to tell. */
    private static boolean ranAsTold(Fact fact, Event event) {
        return fact.inside() == Inside.NOTHING || fact.inside().asTold(traffic(event));
    }

    /** What exporters saw in a step. */
    public static List<Traffic> traffic(Event event) {
        if (event instanceof Event.Called called) {
            return called.traffic();
        } else if (event instanceof Event.Viewed viewed) {
            return viewed.traffic();
        }
        return event instanceof Event.Done done ? done.traffic() : List.of();
    }

    /** Whether the step left the objects as its fact says; an event of another kind than the step tells nothing. */
    private static boolean asTold(Fact fact, Event event) {
        if (fact instanceof Fact.OfMake) {
            return event instanceof Event.Made made && made.raised() == null;
        } else if (!ranAsTold(fact, event)) {
            return false;
        } else if (fact instanceof Fact.Open) {
            return event instanceof Event.Done;
        } else if (fact instanceof Fact.OfCall) {
            return event instanceof Event.Called called && called.damage() == null;
        } else if (fact instanceof Fact.OfView view) {
            return event instanceof Event.Viewed viewed
                    && (view.support() == Support.OPEN || viewed.granted() == (view.support() == Support.YES));
        } else if (fact instanceof Fact.OfPeek) {
            return event instanceof Event.Peeked;
        } else if (fact instanceof Fact.OfChange change && event instanceof Event.Poked poked) {
            return poked.seen() < 0 || poked.seen() == change.value();
        } else if (fact instanceof Fact.OfExclusive exclusive) {
            return event instanceof Event.Done done && exclusive.state().exported() == (done.raised() != null);
        }
        return event instanceof Event.Done done && done.raised() == null;
    }
}
