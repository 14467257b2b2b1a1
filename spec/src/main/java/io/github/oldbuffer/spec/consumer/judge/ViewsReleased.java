package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Views;

/** USE-6: every view acquired is released exactly once, through the view's owner. */
record ViewsReleased() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        Views views = call.transcript().views();
        if (views == null || !call.owned()) {
            return;
        }
        if (views.acquired() > 0) {
            findings.exercised();
        }
        // one of several calls: whoever keeps the first or the latest one does so on purpose
        if (views.held() > 1 && !call.transcript().bounded()) {
            findings.violated(
                    "a view is never released " + call.path(),
                    call.with(
                            views.held() + " of " + views.acquired() + " views are still held when nothing is left of "
                                    + call.transcript().times() + " calls; "
                                    + CallCase.told(call.transcript().answer())));
        }
        if (views.surplus() > 0) {
            findings.violated(
                    "a view is released more than once " + call.path(),
                    call.with(views.surplus() + " releases of views that were not held any more"));
        }
        if (views.stray() > 0) {
            findings.violated(
                    "a view is released through the object and not through its owner",
                    call.with(views.stray() + " releases reached the object, which has no views of its own"));
        }
    }
}
