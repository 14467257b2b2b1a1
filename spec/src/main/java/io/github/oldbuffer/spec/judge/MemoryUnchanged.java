package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.scenario.Function;

/** CHAR-12, READ-12, WRITE-12: the call itself changes nothing in the object's memory. */
record MemoryUnchanged(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function && call.state().subject().hasMemory()) {
                long damage = call.event().damage();
                if (!findings.holds(damage < 0)) {
                    findings.violated(
                            call.step(),
                            call.state().addressable() && damage >= call.state().length()
                                    ? "the call wrote behind the object's memory"
                                    : "the call changed the object's memory",
                            () -> call.told() + " " + call.answer() + " and changed the byte at offset " + damage
                                    + " of " + call.state().length());
                }
            }
        }
    }
}
