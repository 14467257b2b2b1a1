package io.github.oldbuffer.spec.compare;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.stream.Collectors;

/** Steps in a word or two, the same for every step of a sort. */
public final class Steps {

    /** No object's number. */
    static final int NO_OBJECT = -1;

    private Steps() {}

    /** The object that a step does something with; {@link #NO_OBJECT} where it does not name one. */
    static int object(Step step) {
        if (step instanceof Step.Call call) {
            return call.object();
        } else if (step instanceof Step.Parse parse) {
            return parse.object();
        } else if (step instanceof Step.Acquire acquire) {
            return acquire.object();
        } else if (step instanceof Step.Resize resize) {
            return resize.object();
        } else if (step instanceof Step.Release release) {
            return release.object();
        } else if (step instanceof Step.Border border) {
            return border.object();
        } else if (step instanceof Step.Share share) {
            return share.object();
        } else if (step instanceof Step.Append append) {
            return append.object();
        } else if (step instanceof Step.Within within) {
            return within.object();
        } else if (step instanceof Step.Drop drop) {
            return drop.object();
        }
        return NO_OBJECT;
    }

    /** The step under way when an implementation died, which may have been tidying up behind the last one. */
    static String underWay(Scenario scenario, int index) {
        boolean step = index >= 0 && index < scenario.steps().size();
        return step ? word(scenario.steps().get(index)) : "tidying up";
    }

    /** The step's sort: the function called and what is unusual about the call; otherwise the step's name. */
    public static String word(Step step) {
        if (step instanceof Step.Call call) {
            return call.function().cName() + circumstances(call);
        } else if (step instanceof Step.Parse parse) {
            return "PyArg_ParseTuple(\"" + parse.code().text() + "\")";
        } else if (step instanceof Step.Acquire acquire) {
            return "PyObject_GetBuffer(" + acquire.request() + ")";
        }
        return step.getClass().getSimpleName();
    }

    private static String circumstances(Step.Call call) {
        String words = call.nulls().stream()
                .map(argument -> switch (argument) {
                    case OBJECT -> "NULL object";
                    case BUFFER -> "NULL buffer";
                    case LENGTH -> "NULL buffer_len";
                })
                .collect(Collectors.joining(", "));
        if (call.pending() != null) {
            words += (words.isEmpty() ? "" : ", ") + "an exception pending";
        }
        return words.isEmpty() ? "" : " (" + words + ")";
    }
}
