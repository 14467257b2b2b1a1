package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words for the death of an implementation that are the same wherever it dies of the same thing. */
final class DeathText {

    private DeathText() {}

    /** Such as {@code CRASHED (SIGSEGV) in PyObject_CheckReadBuffer (object NULL)}. */
    static String symptom(Scenario scenario, Outcome.Died died) {
        if (died.death() == Outcome.Death.AT_THE_BORDER) {
            return Outcome.Death.CRASHED + " (" + died.detail() + ") in the handing of an object to C";
        }
        return died.death() + " (" + died.detail() + ") in " + underWay(scenario, died.step());
    }

    /** What happened, in one sentence. */
    static String reason(Scenario scenario, Outcome.Died died) {
        if (died.death() == Outcome.Death.AT_THE_BORDER) {
            return "the implementation died (" + died.detail() + ") as soon as C was handed an object that Python code"
                    + " had made, step " + died.step()
                    + " of the scenario; a C function that does not look at the object"
                    + " is enough";
        }
        String death = died.death() == Outcome.Death.CRASHED ? "died" : "did not come back";
        return "the implementation " + death + " (" + died.detail() + ") in " + underWay(scenario, died.step())
                + ", step " + died.step() + " of a scenario " + bound(scenario, died.step());
    }

    private static String bound(Scenario scenario, int index) {
        boolean call = index >= 0
                && index < scenario.steps().size()
                && scenario.steps().get(index) instanceof Step.Call;
        return call && Judged.bound(new Try("", scenario), index).isEmpty()
                ? "in which no clause speaks of such a call"
                : "that no implementation may die of";
    }

    private static String underWay(Scenario scenario, int index) {
        if (index < 0 || index >= scenario.steps().size()) {
            return "the cleanup after the last step";
        }
        Step step = scenario.steps().get(index);
        if (step instanceof Step.Call call) {
            return call.function().cName() + circumstances(call);
        } else if (step instanceof Step.Make make) {
            return "the making of " + make.exporter().kind().word();
        } else if (step instanceof Step.Border) {
            return "the handing of an object to C";
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
        } else if (step instanceof Step.Share share && share.sharing() == Sharing.SLICE) {
            return "the slicing of a memoryview";
        } else if (step instanceof Step.Share share) {
            return "the making of " + share.sharing().kind().word() + " over another object";
        } else if (step instanceof Step.Append) {
            return "the appending to the object";
        } else if (step instanceof Step.Within) {
            return "the laying down of what runs inside";
        } else if (step instanceof Step.Release) {
            return "the release of the object";
        }
        return "the drop of the object";
    }

    /** A call with NULL is another matter than one without: no clause speaks of it. */
    private static String circumstances(Step.Call call) {
        if (call.nulls().isEmpty()) {
            return call.pending() == null ? "" : " (an exception pending)";
        }
        return call.nulls().stream()
                .map(argument -> argument.name().toLowerCase(Locale.ROOT) + " NULL")
                .collect(Collectors.joining(", ", " (", ")"));
    }
}
