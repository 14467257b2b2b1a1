package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/** Everything that may stand between two calls of a sweep. */
final class Between {
    /** Between calls what a request leaves behind matters, and not its flags. */
    private static final List<Request> REQUESTS =
            List.of(Request.SIMPLE, Request.WRITABLE, Request.STRIDES, Request.FULL, Request.FULL_RO);

    private Between() {}

    /**
     * Steps on object 0, nothing first; whether they make sense for this exporter or not.
     *
     * @param made the object when it was made
     */
    static List<List<Step>> of(Exporter exporter, State made) {
        List<List<Step>> all = new ArrayList<>();
        all.add(List.of());
        for (Function function : Function.values()) {
            if (function.hasOutputs()) {
                all.add(List.of(new Step.Peek(function, 0)));
            }
        }
        long last = Math.max(0, made.length() - 1);
        for (long offset : last == 0 ? new long[] {0} : new long[] {0, last}) {
            all.add(List.of(new Step.Poke(0, offset, 255)));
            all.add(List.of(new Step.Change(0, offset, 254)));
        }
        int itemsize = made.subject().hasMemory() ? made.subject().layout().itemsize() : 1;
        all.add(List.of(new Step.Resize(0, 0)));
        all.add(List.of(new Step.Resize(0, made.length() + itemsize)));
        all.add(List.of(new Step.Release(0)));
        for (Request request : REQUESTS) {
            all.add(List.of(new Step.Acquire(0, 0, request), new Step.ReleaseView(0)));
        }
        for (Step.Code code : List.of(Step.Code.Y_STAR, Step.Code.W_STAR)) {
            all.add(List.of(new Step.Parse(0, code)));
        }
        all.add(List.of(new Step.Acquire(0, 0, Request.FULL_RO), new Step.Release(0), new Step.ReleaseView(0)));
        all.add(List.of(new Step.Acquire(0, 0, Request.SIMPLE), new Step.Resize(0, 0), new Step.ReleaseView(0)));
        // which only an object of ctypes can be asked: others were resized above
        if (exporter instanceof Ctypes) {
            long larger = made.length() + itemsize;
            all.add(List.of(
                    new Step.Acquire(0, 0, Request.SIMPLE), new Step.Resize(0, larger), new Step.ReleaseView(0)));
        }
        all.add(List.of(new Step.Drop(0), new Step.Make(0, exporter)));
        return List.copyOf(all);
    }
}
