package io.github.oldbuffer.model.run;

import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Truth;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import java.util.List;

/** The steps that read and write memory: through a returned pointer, and by other means. */
final class MemorySteps {

    private static final Event NO_POINTER = new Event.Skipped("no pointer");
    private static final Event OUTSIDE = new Event.Skipped("the pointer is not in the object's memory");
    private static final Event NO_SUCH_BYTE = new Event.Skipped("the object has no such byte");
    private static final Event DONE = new Event.Done(null, List.of());
    private static final Event IMMUTABLE =
            new Event.Done(Exceptions.typeError("cannot modify read-only memory"), List.of());

    private MemorySteps() {}

    static Event peek(Step.Peek peek, Slot slot) {
        Pointed pointed = slot.pointed(peek.function());
        return pointed == null ? NO_POINTER : new Event.Peeked(CallStep.sample(pointed));
    }

    static Event poke(Step.Poke poke, Slot slot) {
        Pointed pointed = slot.pointed(Function.WRITE);
        if (pointed == null) {
            return NO_POINTER;
        }
        if (pointed.address() == null) {
            return OUTSIDE;
        }
        Address byteThere = pointed.address().plus(poke.offset());
        if (!within(slot.truth(), byteThere)) {
            return OUTSIDE;
        }
        byteThere.write(poke.value());
        return new Event.Poked(byteThere.read());
    }

    static Event change(Step.Change change, Slot slot) {
        Truth truth = slot.truth();
        if (truth == null || !within(truth, truth.start().plus(change.offset()))) {
            return NO_SUCH_BYTE;
        }
        if (slot.immutable()) {
            return IMMUTABLE;
        }
        truth.start().plus(change.offset()).write(change.value());
        return DONE;
    }

    /** Whether an address names a byte of the memory, not the place behind it. */
    private static boolean within(Truth truth, Address address) {
        return truth != null
                && truth.covers(address)
                && truth.offsetOf(address) < truth.length()
                && address.readable(1);
    }
}
