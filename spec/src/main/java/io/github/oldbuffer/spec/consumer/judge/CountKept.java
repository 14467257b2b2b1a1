package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Views;

/** USE-7: the reference count of the object does not change with the number of calls. */
record CountKept() implements ConsumerRule {
    @Override
    public void examine(CallCase call, CallFindings findings) {
        Long growth = call.transcript().growth();
        Views views = call.transcript().views();
        if (growth == null || call.scenario().offered().python() != null) {
            return;
        }
        findings.exercised();
        if (call.transcript().bounded()) {
            return;
        }
        boolean own = !call.scenario().offered().scripted().redirected();
        // a view that is held has a reference of its own, one that is released twice gives one away: USE-6 tells of
        // both
        long kept = growth - (own ? views.held() : 0);
        String told = call.transcript().times() + " calls changed the object's reference count by " + kept;
        if (kept >= call.transcript().times()) {
            findings.violated("every call keeps a reference " + call.path(), call.with(told));
        } else if (kept <= -call.transcript().times() && views.surplus() == 0) {
            findings.violated(
                    "every call gives away a reference that it does not have " + call.path(), call.with(told));
        }
    }
}
