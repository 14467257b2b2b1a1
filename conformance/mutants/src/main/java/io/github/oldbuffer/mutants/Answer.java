package io.github.oldbuffer.mutants;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.spec.transcript.Raised;

/**
 * What a call of one of the four functions leaves behind.
 *
 * @param code what it returns
 * @param pointed whether {@code *buffer} is written
 * @param buffer what is written there; {@code null} is NULL
 * @param length what is written to {@code *buffer_len}; {@code null} where it is not touched
 * @param raised the exception that is set; {@code null} for none
 */
record Answer(int code, boolean pointed, Address buffer, Long length, Raised raised) {
    /** A failure as the document wants it. */
    static final Answer REFUSAL = new Answer(-1, false, null, null, Exceptions.typeError("refused by mistake"));

    static Answer success(Address buffer, long length) {
        return new Answer(0, true, buffer, length, null);
    }

    boolean succeeded() {
        return code == 0;
    }

    Answer withCode(int other) {
        return new Answer(other, pointed, buffer, length, raised);
    }

    Answer withBuffer(Address other) {
        return new Answer(code, true, other, length, raised);
    }

    Answer withLength(long other) {
        return new Answer(code, pointed, buffer, other, raised);
    }

    Answer withRaised(Raised other) {
        return new Answer(code, pointed, buffer, length, other);
    }
}
