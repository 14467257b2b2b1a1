package io.github.oldbuffer.model.run;

import io.github.oldbuffer.model.function.FourFunctions;
import io.github.oldbuffer.model.function.Output;
import io.github.oldbuffer.model.machine.Exceptions;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Truth;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.model.memory.Memory;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;

/** Calls one of the four functions and observes everything that the call did. */
final class CallStep {

    private final Machine machine;
    private final FourFunctions functions;
    private final Pointers pointers;

    CallStep(Machine machine, FourFunctions functions, Pointers pointers) {
        this.machine = machine;
        this.functions = functions;
        this.pointers = pointers;
    }

    Event run(Step.Call call, Slot slot) {
        Function function = call.function();
        PyObject object = slot.object();
        Output<Address> buffer = new Output<>();
        Output<Long> length = new Output<>();
        Truth truth = slot.truth();
        if (truth != null) {
            truth.start().memory().mark();
        }
        machine.markReferences();
        if (call.pending() != null) {
            machine.raise(Exceptions.of(call.pending(), "pending"));
        }

        int code = functions.call(
                function,
                machine,
                call.nulls().contains(Step.Argument.OBJECT) ? null : object,
                call.nulls().contains(Step.Argument.BUFFER) ? null : buffer,
                call.nulls().contains(Step.Argument.LENGTH) ? null : length);

        Raised raised = machine.fetch();
        int gained = object.gained();
        Counts gainedByOthers = machine.gainedBesides(object);
        machine.restoreReferences();
        Pointed pointed = code == 0 && buffer.touched() && length.touched() && !slot.movedInside()
                ? new Pointed(buffer.value(), length.value())
                : null;
        if (code == 0) {
            slot.remember(function, pointed);
        }
        return new Event.Called(
                code,
                raised,
                buffer.touched() ? pointers.tell(buffer.value(), truth) : Pointer.UNTOUCHED,
                length.value(),
                pointed == null ? Sample.NONE : sample(pointed),
                gained,
                gainedByOthers,
                damage(truth),
                machine.takeTraffic());
    }

    /** What is to be read through a pointer. */
    static Sample sample(Pointed pointed) {
        if (pointed.length() < 0) {
            return Sample.NONE;
        }
        if (pointed.address() == null) {
            return pointed.length() == 0 ? Sample.read(new byte[0]) : Sample.NONE;
        }
        return pointed.address().sample(pointed.length());
    }

    /** The first byte of the memory that the object stands on, or of the guard zone behind it, that is not what it was. */
    private static Damage damage(Truth truth) {
        if (truth == null) {
            return null;
        }
        Memory whole = truth.start().memory();
        long changed = whole.firstChange(0, whole.length() + Memory.GUARD);
        return changed < 0 ? null : new Damage(changed, changed - truth.start().offset());
    }
}
