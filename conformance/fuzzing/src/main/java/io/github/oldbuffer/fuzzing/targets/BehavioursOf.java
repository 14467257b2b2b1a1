package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * What an implementation did, as numbers: one for each combination of function, exporter, how the call was made, result
 * and exception, and for each of clause, exporter and verdict.
 */
public final class BehavioursOf {

    private static final int MOST_OBJECTS = Scenario.MAX_NAME + 1;

    private BehavioursOf() {}

    /** The behaviours of one scenario. */
    public static Set<Integer> run(Scenario scenario, Transcript transcript) {
        Set<Integer> behaviours = new HashSet<>();
        each(scenario, transcript, Judge.judge(scenario, transcript), behaviours::add);
        return behaviours;
    }

    static void each(Scenario scenario, Transcript transcript, Map<String, Verdict> verdicts, IntConsumer sink) {
        String[] kinds = new String[MOST_OBJECTS];
        String first = "";
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            Event event = i < transcript.events().size() ? transcript.events().get(i) : null;
            if (step instanceof Step.Make make) {
                kinds[make.object()] = make.exporter().kind().word();
                first = first.isEmpty() ? kinds[make.object()] : first;
            } else if (step instanceof Step.Share share) {
                kinds[share.object()] = share.sharing().kind().word();
            } else if (step instanceof Step.Call call && event instanceof Event.Called called) {
                sink.accept(call(call, called, kinds[call.object()]));
            } else if (event instanceof Event.Done done) {
                sink.accept(31 * step.getClass().getSimpleName().hashCode() + type(done.raised()));
            } else if (event instanceof Event.Viewed viewed && step instanceof Step.Acquire acquire) {
                int where = 31 * acquire.request().ordinal() + kinds[acquire.object()].hashCode();
                sink.accept(31 * where + (viewed.granted() ? 1 : 0));
            }
        }
        int kind = first.hashCode();
        verdicts.forEach((clause, verdict) -> sink.accept(
                31 * (31 * clause.hashCode() + kind) + verdict.kind().ordinal()));
        if (transcript.outcome() instanceof Outcome.Died died) {
            sink.accept(31 * died.death().ordinal() + died.detail().hashCode());
        }
    }

    private static int call(Step.Call call, Event.Called called, String kind) {
        int nulls = 0;
        for (Step.Argument argument : call.nulls()) {
            nulls |= 1 << argument.ordinal();
        }
        int how = 31 * nulls + (call.pending() == null ? 0 : 1);
        int what = 31 * (31 * called.code() + type(called.raised()))
                + called.pointer().kind().ordinal();
        int where = 31 * call.function().ordinal() + kind.hashCode();
        return 31 * (31 * where + how) + what;
    }

    private static int type(Raised raised) {
        return raised == null ? 0 : raised.type().hashCode();
    }
}
