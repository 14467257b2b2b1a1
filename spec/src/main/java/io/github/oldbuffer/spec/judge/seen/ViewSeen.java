package io.github.oldbuffer.spec.judge.seen;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.transcript.Event;

/**
 * A request through the new protocol, with what came of it.
 *
 * @param parsed whether it came from {@code PyArg_ParseTuple} rather than {@code PyObject_GetBuffer}
 */
public record ViewSeen(int step, boolean parsed, Fact.OfView fact, Event.Viewed event) {

    public Request request() {
        return fact.request();
    }

    public State state() {
        return fact.state();
    }
}
