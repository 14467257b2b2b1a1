package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.facts.Codes;
import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.ArrayList;
import java.util.List;

/**
 * What an implementation without any fault answers.
 *
 * @param grantsOpen how it reads what the document leaves open
 * @param counts whether it counts references, and so releases at once what classes with __buffer__ hold
 */
record Perfect(boolean grantsOpen, boolean counts) {

    Event answer(Step step, Fact fact) {
        if (fact instanceof Fact.OfMake) {
            return new Event.Made(null);
        } else if (fact instanceof Fact.OfCall call) {
            return inside(call, called(((Step.Call) step).function(), call.state(), granted(call.support())));
        } else if (fact instanceof Fact.OfView view) {
            boolean granted = granted(view.support());
            return granted && step instanceof Step.Parse parse
                    ? parsed(parse.code(), view.state(), ran(fact))
                    : viewed(view.state(), granted, ran(fact));
        } else if (fact instanceof Fact.OfPeek peek) {
            return new Event.Peeked(peek.state().sample());
        } else if (fact instanceof Fact.OfChange change && step instanceof Step.Poke) {
            return new Event.Poked(change.value());
        } else if (fact instanceof Fact.OfExclusive exclusive
                && exclusive.state().exported()) {
            return new Event.Done(Answer.BUFFER_ERROR, ran(fact));
        }
        return new Event.Done(null, ran(fact));
    }

    /** What ran inside a step, by whatever object. */
    private static List<Traffic> ran(Fact fact) {
        return fact.inside().acts().stream()
                .map(act -> new Traffic(0, 0, act.succeeds() ? Traffic.Kind.ACTED : Traffic.Kind.ACTED_IN_VAIN, 0))
                .toList();
    }

    private static Event inside(Fact.OfCall fact, Event.Called called) {
        List<Traffic> traffic = new ArrayList<>(called.traffic());
        traffic.addAll(ran(fact));
        return new Event.Called(
                called.code(),
                called.raised(),
                called.pointer(),
                called.length(),
                called.sample(),
                called.references(),
                called.others(),
                called.damage(),
                traffic);
    }

    private boolean granted(Support support) {
        return support == Support.YES || (support == Support.OPEN && grantsOpen);
    }

    private Event.Called called(Function function, State state, boolean granted) {
        int references = counts ? 0 : Event.UNCOUNTED;
        Counts others = counts ? Counts.UNCHANGED : Counts.UNCOUNTED;
        List<Traffic> traffic = new ArrayList<>();
        traffic(state.object(), 0, state.exporter(), granted, traffic);
        if (!function.hasOutputs() || !granted) {
            boolean check = function == Function.CHECK;
            return new Event.Called(
                    check ? (granted ? 1 : 0) : -1,
                    check ? null : Answer.TYPE_ERROR,
                    Pointer.UNTOUCHED,
                    null,
                    Sample.NONE,
                    references,
                    others,
                    null,
                    traffic);
        }
        boolean sampled = state.addressable() && pointer(state).kind() == Pointer.Kind.WITHIN;
        return new Event.Called(
                0,
                null,
                pointer(state),
                state.length(),
                sampled ? state.sample() : Sample.read(new byte[0]),
                references,
                others,
                null,
                traffic);
    }

    private Event.Viewed viewed(State state, boolean granted, List<Traffic> traffic) {
        return granted
                ? new Event.Viewed(true, null, pointer(state), state.length(), traffic)
                : new Event.Viewed(false, Answer.BUFFER_ERROR, Pointer.UNTOUCHED, 0, traffic);
    }

    private static Event.Viewed parsed(Step.Code code, State state, List<Traffic> traffic) {
        Pointer pointer = Codes.none(code, state.subject()) ? Pointer.NULL : pointer(state);
        return new Event.Viewed(true, null, pointer, Codes.length(code, state.subject()), traffic);
    }

    private static Pointer pointer(State state) {
        boolean none = state.exporter() instanceof Scripted scripted && scripted.nullBuffer();
        return none ? Pointer.NULL : Pointer.within(0);
    }

    private void traffic(int object, int depth, Exporter exporter, boolean granted, List<Traffic> into) {
        if (exporter instanceof Scripted scripted) {
            into.add(new Traffic(object, depth, granted ? Traffic.Kind.ACQUIRED : Traffic.Kind.REFUSED, 1));
            if (scripted.target() != null) {
                traffic(object, depth + 1, scripted.target(), granted, into);
            }
            if (granted && scripted.owner() == Scripted.Owner.SELF && scripted.releases()) {
                into.add(new Traffic(object, depth, Traffic.Kind.RELEASED, 0));
            }
        } else if (exporter instanceof PythonClass python) {
            boolean views = python.answer() == PythonClass.Answer.VIEW;
            into.add(new Traffic(object, depth, granted ? Traffic.Kind.ACQUIRED : Traffic.Kind.REFUSED, 1));
            if (granted && python.releases()) {
                into.add(new Traffic(object, depth, Traffic.Kind.RELEASED, 0));
            }
            if (views) {
                traffic(object, depth + 1, python.base(), true, into);
            }
            if (!counts) {
                into.removeIf(seen -> seen.depth() > depth && seen.kind() == Traffic.Kind.RELEASED);
            }
        }
    }
}
