package io.github.oldbuffer.spec.text;

import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Way;
import java.util.ArrayList;
import java.util.List;

/** A step in words close to C and Python, such as {@code PyObject_AsReadBuffer(o0)}; objects are {@code o0, o1, ...}. */
public final class StepText {

    private StepText() {}

    public static String of(Step step) {
        if (step instanceof Step.Make make) {
            String where = make.born() == Born.C ? "" : " in Python";
            return "Make " + object(make.object()) + where + " = " + ExporterText.of(make.exporter());
        } else if (step instanceof Step.Call call) {
            return call(call);
        } else if (step instanceof Step.Peek peek) {
            return "Read through the pointer of " + peek.function().cName() + "(" + object(peek.object()) + ")";
        } else if (step instanceof Step.Poke poke) {
            return "Write " + poke.value() + " at offset " + poke.offset() + " through the pointer of "
                    + Function.WRITE.cName() + "(" + object(poke.object()) + ")";
        } else if (step instanceof Step.Change change) {
            return "Change byte " + change.offset() + " of " + object(change.object()) + " to " + change.value();
        } else if (step instanceof Step.Resize resize) {
            String by = resize.way() == Way.ANY ? "" : " by " + resize.way().word();
            return "Resize " + object(resize.object()) + " to " + resize.length() + " bytes" + by;
        } else if (step instanceof Step.Share share) {
            return "Make " + object(share.object()) + " in Python = "
                    + share.sharing().word() + " over " + object(share.of())
                    + (share.start() == 0 ? "" : " from " + share.start() + " on");
        } else if (step instanceof Step.Release release) {
            return "Release or close " + object(release.object());
        } else if (step instanceof Step.Acquire acquire) {
            return view(acquire.view()) + " = PyObject_GetBuffer(" + object(acquire.object()) + ", "
                    + RequestFlags.of(acquire.request().flags()) + ")";
        } else if (step instanceof Step.ReleaseView release) {
            return "PyBuffer_Release(" + view(release.view()) + ")";
        } else if (step instanceof Step.Parse parse) {
            return "PyArg_ParseTuple(\"" + parse.code().text() + "\", " + object(parse.object()) + ")";
        } else if (step instanceof Step.Drop drop) {
            return "Drop " + object(drop.object());
        } else if (step instanceof Step.Append append) {
            String what = object(append.of());
            return "Append " + what + " to " + object(append.object()) + " by "
                    + append.way().word();
        } else if (step instanceof Step.Within within) {
            return "The next " + moment(within.moment()) + " of " + object(within.object()) + " does: "
                    + of(within.inside());
        } else if (step instanceof Step.Border border) {
            return "Hand " + object(border.object()) + " to a C function that does not look at it";
        }
        throw new IllegalArgumentException("there are no words for the step " + step);
    }

    private static String moment(Moment moment) {
        return switch (moment) {
            case BUFFER -> "__buffer__";
            case RELEASE -> "__release_buffer__";
            case INDEX -> "slice's __index__";
        };
    }

    static String object(int number) {
        return "o" + number;
    }

    private static String view(int number) {
        return "v" + number;
    }

    private static String call(Step.Call call) {
        List<String> arguments = new ArrayList<>();
        arguments.add(call.nulls().contains(Step.Argument.OBJECT) ? "NULL" : object(call.object()));
        // the outputs are worth a word only where one of them is not there
        if (call.nulls().contains(Step.Argument.BUFFER) || call.nulls().contains(Step.Argument.LENGTH)) {
            arguments.add(call.nulls().contains(Step.Argument.BUFFER) ? "NULL" : "&buffer");
            arguments.add(call.nulls().contains(Step.Argument.LENGTH) ? "NULL" : "&length");
        }
        return call.function().cName() + "(" + String.join(", ", arguments) + ")"
                + (call.pending() == null ? "" : " with " + call.pending().pythonName() + " pending");
    }
}
