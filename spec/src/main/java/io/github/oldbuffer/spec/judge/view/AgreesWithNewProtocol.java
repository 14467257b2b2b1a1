package io.github.oldbuffer.spec.judge.view;

import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.rule.Rule;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.judge.seen.ViewSeen;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Pointer;

/**
 * NEW-1, NEW-2, NEW-3, NEW-4: the function succeeds exactly when the new protocol does, with the same address and
 * length.
 *
 * @param function READ or WRITE
 * @param parsed whether it is held against {@code PyArg_ParseTuple} ({@code y*}, {@code w*}) rather than
 *     {@code PyObject_GetBuffer}
 */
public record AgreesWithNewProtocol(Function function, boolean parsed) implements Rule {

    public AgreesWithNewProtocol(Function function) {
        this(function, false);
    }

    @Override
    public int needs() {
        return Traits.VIEW | Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        Request request = function == Function.READ ? Request.SIMPLE : Request.WRITABLE;
        Step.Code code = function == Function.READ ? Step.Code.Y_STAR : Step.Code.W_STAR;
        for (ViewSeen view : judged.views()) {
            if (view.parsed() != parsed || (parsed ? view.code() != code : view.request() != request)) {
                continue;
            }
            for (CallSeen call : judged.calls()) {
                if (call.function() == function
                        && !call.gone()
                        && call.state().object() == view.state().object()
                        && call.state().version() == view.state().version()) {
                    compare(call, view, findings);
                }
            }
        }
    }

    private void compare(CallSeen call, ViewSeen view, Findings findings) {
        int step = Math.max(call.step(), view.step());
        boolean granted = view.event().granted();
        if (!findings.holds(call.succeeded() == granted)) {
            findings.violated(
                    step,
                    granted ? "failed where " + other() + " succeeded" : "succeeded where " + other() + " failed",
                    () -> told(call, view));
        }
        if (granted && call.succeeded()) {
            Pointer pointer = call.event().pointer();
            if (!findings.holds(
                    call.state().length() == 0 || pointer.equals(view.event().pointer()))) {
                findings.violated(step, "gave another address than " + other(), () -> told(call, view));
            }
            if (!findings.holds(call.event().length() != null
                    && call.event().length() == view.event().length())) {
                findings.violated(step, "gave another length than " + other(), () -> told(call, view));
            }
        }
    }

    private String told(CallSeen call, ViewSeen view) {
        return call.told() + " " + call.answer() + " and gave " + call.outputs() + "; " + other()
                + (view.event().granted()
                        ? " gave " + view.event().pointer() + ", length "
                                + view.event().length()
                        : " failed");
    }

    private String other() {
        if (parsed) {
            return function == Function.READ ? "y*" : "w*";
        }
        return function == Function.READ ? "PyObject_GetBuffer(PyBUF_SIMPLE)" : "PyObject_GetBuffer(PyBUF_WRITABLE)";
    }
}
