package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import java.util.Arrays;

/** Words for the death of an implementation that are the same wherever it dies of the same thing. */
public final class DeathWords {

    private DeathWords() {}

    /** Such as {@code CRASHED (SIGSEGV) in PyObject_CheckReadBuffer}. */
    public static String symptom(Scenario scenario, Outcome.Died died) {
        return died.death() + " (" + died.detail() + ") in " + underWay(scenario, died.step());
    }

    /** Whether these are the words for a death. */
    public static boolean is(String symptom) {
        return Arrays.stream(Outcome.Death.values()).anyMatch(death -> symptom.startsWith(death + " ("));
    }

    /** What happened, in one sentence. */
    public static String reason(Scenario scenario, Outcome.Died died) {
        String death = died.death() == Outcome.Death.CRASHED ? "died" : "did not come back";
        return "the implementation " + death + " (" + died.detail() + ") in " + underWay(scenario, died.step())
                + ", step " + died.step() + " of a scenario that no implementation may die of";
    }

    private static String underWay(Scenario scenario, int index) {
        if (index < 0 || index >= scenario.steps().size()) {
            return "the tidying up after the last step";
        }
        Step step = scenario.steps().get(index);
        if (step instanceof Step.Call call) {
            return call.function().cName();
        } else if (step instanceof Step.Make make) {
            return "the making of " + make.exporter().kind().word();
        } else if (step instanceof Step.Acquire) {
            return "PyObject_GetBuffer";
        } else if (step instanceof Step.ReleaseView) {
            return "PyBuffer_Release";
        } else if (step instanceof Step.Parse parse) {
            return "PyArg_ParseTuple with " + parse.code().text();
        } else if (step instanceof Step.Peek peek) {
            return "a read through the pointer of " + peek.function().cName();
        } else if (step instanceof Step.Poke) {
            return "a write through the pointer of PyObject_AsWriteBuffer";
        } else if (step instanceof Step.Change) {
            return "a change of the object's memory";
        } else if (step instanceof Step.Resize) {
            return "a resize of the object";
        } else if (step instanceof Step.Release) {
            return "the release of the object";
        }
        return "the drop of the object";
    }
}
