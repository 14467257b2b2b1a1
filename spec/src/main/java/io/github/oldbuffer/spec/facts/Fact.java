package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.scenario.Request;

/** What can be said about one step before anything runs; {@code state} is always the object's before the step. */
public sealed interface Fact {

    /** What code of the scenario's own does inside the step. */
    default Inside inside() {
        return Inside.NOTHING;
    }

    /** @param state the object's after it was made */
    record OfMake(State state) implements Fact {}

    /** @param support whether the object supports what the function asks for */
    record OfCall(State state, Support support, Inside inside) implements Fact {}

    /** @param support whether the request is granted */
    record OfView(State state, Request request, Support support, Inside inside) implements Fact {}

    /** @param then the object when the pointer was returned */
    record OfPeek(State state, State then) implements Fact {}

    /** A byte at an offset becomes {@code value}, by whatever means. */
    record OfChange(State state, long offset, int value) implements Fact {}

    /** A resize, release or close: it succeeds exactly where nothing exports the object. */
    record OfExclusive(State state, Inside inside) implements Fact {
        public OfExclusive(State state) {
            this(state, Inside.NOTHING);
        }
    }

    record OfDrop(State state) implements Fact {}

    /** A step that may fail or not: code that runs inside has a hand in it. */
    record Open(Inside inside) implements Fact {}

    /** Nothing to say but what runs inside. */
    record Other(Inside inside) implements Fact {

        static final Other NOTHING = new Other(Inside.NOTHING);
    }
}
