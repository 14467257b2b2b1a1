package io.github.oldbuffer.spec.judge.seen;

import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Event;

/**
 * A call that the contract speaks about, with what came of it.
 *
 * @param step index of the step
 * @param state the object's before the call
 * @param support whether the object supports what the function asks for
 * @param gone whether the memory went while the function gave its view up: what the outputs tell of it is true no more
 */
public record CallSeen(int step, Function function, State state, Support support, boolean gone, Event.Called event) {

    /** Whether the function said that it succeeded. */
    public boolean succeeded() {
        return event.code() == (function == Function.CHECK ? 1 : 0);
    }

    /** Whether the call returned 0 where that is right, or left open, and what it should give is known and there. */
    public boolean rightlySucceeded() {
        return !gone
                && support != Support.NO
                && event.code() == 0
                && !state.subject().unknown();
    }

    /** Whether the call is a failure as the document means it: -1, or anything but 0 where only failing is right. */
    public boolean failed() {
        return event.code() == -1 || (support == Support.NO && event.code() != 0);
    }

    /** Whether both calls met the object in the same state. */
    public boolean sameState(CallSeen other) {
        return !gone
                && !other.gone
                && state.object() == other.state.object()
                && state.version() == other.state.version();
    }

    /** {@code PyObject_AsReadBuffer on object 0}, for reasons. */
    public String told() {
        return function.cName() + " on object " + state.object();
    }

    /** The outputs, for reasons: {@code its memory + 0, length 4}. */
    public String outputs() {
        return event.pointer() + ", " + length();
    }

    /** {@code length 4} or {@code no length}, for reasons. */
    public String length() {
        return event.length() == null ? "no length" : "length " + event.length();
    }

    /** The returned code and exception, in a few words that hold no detail of the scenario. */
    public String answer() {
        String code = "returned " + event.code();
        return event.raised() == null ? code : code + " with " + event.raised().type();
    }
}
