package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;

/** Reference counts that an implementation cannot tell. */
final class UntoldCounts {

    private UntoldCounts() {}

    /** Whether a scenario that did not exercise a clause would have, had the counts been told. */
    static boolean hide(String clause, Scenario scenario, Transcript transcript) {
        if (transcript.events().stream().noneMatch(UntoldCounts::lacksCount)) {
            return false;
        }
        List<Event> counted =
                transcript.events().stream().map(UntoldCounts::told).toList();
        Verdict verdict = Judge.judge(clause, scenario, new Transcript(transcript.outcome(), counted));
        return verdict.kind() != Verdict.Kind.NOT_EXERCISED;
    }

    private static boolean lacksCount(Event event) {
        return event instanceof Event.Called called
                && (called.references() == Event.UNCOUNTED || called.others().incomplete());
    }

    private static Event told(Event event) {
        if (!(event instanceof Event.Called called)) {
            return event;
        }
        return new Event.Called(
                called.code(),
                called.raised(),
                called.pointer(),
                called.length(),
                called.sample(),
                called.references() == Event.UNCOUNTED ? 0 : called.references(),
                called.others().told(),
                called.damage(),
                called.traffic());
    }
}
