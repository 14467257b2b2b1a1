package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.Inside;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.rule.ExportsReleased.Suspects;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.transcript.Event;
import java.util.List;

/**
 * NEW-5: unlike these functions, an acquired Py_buffer pins the object until PyBuffer_Release: until then it cannot be
 * resized, released or closed, and afterwards it can.
 */
record ViewPins() implements Rule {
    @Override
    public int needs() {
        return Traits.EXCLUSIVE;
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (int i = 0; i < judged.size(); i++) {
            inside(judged, i, findings);
            if (!(judged.fact(i) instanceof Fact.OfExclusive fact) || !(judged.event(i) instanceof Event.Done done)) {
                continue;
            }
            int object = fact.state().object();
            if (!Suspects.before(judged, i, object).onlyViews()) {
                continue;
            }
            if (fact.state().exported()) {
                if (!findings.holds(done.raised() != null)) {
                    findings.violated(
                            i,
                            "a held Py_buffer did not pin the object",
                            () -> "the step should fail, for a Py_buffer of object " + object
                                    + " is held; it succeeded");
                }
            } else if (Case.tellsOfExports(done)) {
                if (!findings.holds(done.raised() == null)) {
                    findings.violated(
                            i,
                            "the object is pinned after PyBuffer_Release",
                            () -> "the step should succeed, for no Py_buffer of object " + object
                                    + " is held any more; it raised "
                                    + (done.raised() == null
                                            ? "nothing"
                                            : done.raised().type()));
                }
            }
        }
    }

    /** The same for what code of the scenario's own does inside a step. */
    private static void inside(Case judged, int step, Findings findings) {
        List<Inside.Act> acts = judged.fact(step).inside().acts();
        List<Boolean> told = acts.isEmpty() ? List.of() : Inside.told(Case.traffic(judged.event(step)));
        for (int i = 0; i < acts.size() && told.size() == acts.size(); i++) {
            int object = acts.get(i).object();
            if (!acts.get(i).succeeds() && Suspects.before(judged, step, object).onlyViews()) {
                if (!findings.holds(!told.get(i))) {
                    findings.violated(
                            laidDown(judged, step, object),
                            "a held Py_buffer did not pin the object",
                            () -> "what runs inside step " + step + " should fail, for a Py_buffer of object " + object
                                    + " is held; it succeeded");
                }
            }
        }
    }

    /** The step that says what is done to an object inside a later one: the finding is about that object. */
    private static int laidDown(Case judged, int step, int object) {
        int at = step - 1;
        while (at > 0
                && !(judged.step(at) instanceof Step.Within within && StepSubject.named(within.inside()) == object)) {
            at--;
        }
        return at;
    }
}
