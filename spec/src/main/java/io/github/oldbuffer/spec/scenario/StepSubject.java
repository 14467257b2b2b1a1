package io.github.oldbuffer.spec.scenario;

import java.util.List;

/** Which function a step is about, and which object. */
public final class StepSubject {

    /** In place of an object's kind, where the argument is NULL. */
    public static final String NULL = "NULL";

    /** In place of a function, where an object is handed to C and no more. */
    public static final String BORDER = "border";

    /** In place of a function, where Python code slices a memoryview. */
    public static final String SLICE = "slice";

    /** In place of a function, where Python code appends to a bytearray. */
    public static final String APPEND = "append";

    private StepSubject() {}

    /** The C function that a step calls, or whose pointer it uses; for others the last one called before. */
    public static String function(Scenario scenario, int index) {
        List<Step> steps = scenario.steps();
        String function = "PyObject_GetBuffer";
        for (int i = 0; i <= Math.min(index, steps.size() - 1); i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Call call) {
                function = call.function().cName();
            } else if (step instanceof Step.Acquire) {
                function = "PyObject_GetBuffer";
            } else if (step instanceof Step.ReleaseView) {
                function = "PyBuffer_Release";
            } else if (step instanceof Step.Parse) {
                function = "PyArg_ParseTuple";
            } else if (step instanceof Step.Border) {
                function = BORDER;
            } else if (i == index && step instanceof Step.Append) {
                function = APPEND;
            } else if (i == index && step instanceof Step.Share share && share.sharing() == Sharing.SLICE) {
                function = SLICE;
            } else if (i == index && step instanceof Step.Peek peek) {
                function = peek.function().cName();
            } else if (i == index && step instanceof Step.Poke) {
                function = "PyObject_AsWriteBuffer";
            }
        }
        return function;
    }

    /** The kind of the object that a step is about; where it is behind the last step, of the last one named. */
    public static String object(Scenario scenario, int index) {
        List<Step> steps = scenario.steps();
        for (int i = Math.min(index, steps.size() - 1); i >= 0; i--) {
            Step step = steps.get(i);
            if (step instanceof Step.Call call && call.nulls().contains(Step.Argument.OBJECT)) {
                return NULL;
            }
            int object = object(steps, step);
            if (object >= 0) {
                return kind(steps, object, i);
            }
        }
        return NULL;
    }

    private static String kind(List<Step> steps, int object, int before) {
        for (int i = Math.min(before, steps.size() - 1); i >= 0; i--) {
            if (steps.get(i) instanceof Step.Make make && make.object() == object) {
                return make.exporter().kind().word();
            } else if (steps.get(i) instanceof Step.Share share && share.object() == object) {
                return share.sharing().kind().word();
            }
        }
        return NULL;
    }

    /** The number of the object that a step is about, also through a view; -1 where it is about none. */
    static int object(List<Step> steps, Step step) {
        if (step instanceof Step.ReleaseView release) {
            return steps.stream()
                    .filter(each -> each instanceof Step.Acquire acquire && acquire.view() == release.view())
                    .map(each -> ((Step.Acquire) each).object())
                    .findFirst()
                    .orElse(-1);
        }
        // what code inside does is about what it is done to
        return step instanceof Step.Within within ? named(within.inside()) : named(step);
    }

    /** The number of the object that a step names; -1 where it names none. */
    public static int named(Step step) {
        if (step instanceof Step.Make make) {
            return make.object();
        } else if (step instanceof Step.Call call) {
            return call.object();
        } else if (step instanceof Step.Peek peek) {
            return peek.object();
        } else if (step instanceof Step.Poke poke) {
            return poke.object();
        } else if (step instanceof Step.Change change) {
            return change.object();
        } else if (step instanceof Step.Resize resize) {
            return resize.object();
        } else if (step instanceof Step.Release release) {
            return release.object();
        } else if (step instanceof Step.Acquire acquire) {
            return acquire.object();
        } else if (step instanceof Step.Parse parse) {
            return parse.object();
        } else if (step instanceof Step.Drop drop) {
            return drop.object();
        } else if (step instanceof Step.Border border) {
            return border.object();
        } else if (step instanceof Step.Share share) {
            return share.object();
        } else if (step instanceof Step.Append append) {
            return append.object();
        } else if (step instanceof Step.Within within) {
            return within.object();
        }
        return -1;
    }
}
