package io.github.oldbuffer.spec.judge.seen;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;

/**
 * A request through the new protocol, with what came of it.
 *
 * @param code of {@code PyArg_ParseTuple}; {@code null} where it came from {@code PyObject_GetBuffer}
 */
public record ViewSeen(int step, Step.Code code, Fact.OfView fact, Event.Viewed event) {

    public boolean parsed() {
        return code != null;
    }

    public Request request() {
        return fact.request();
    }

    public State state() {
        return fact.state();
    }
}
