package io.github.oldbuffer.mutants;

import io.github.oldbuffer.model.function.DocumentFunctions;
import io.github.oldbuffer.model.function.FourFunctions;
import io.github.oldbuffer.model.function.Output;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.spec.scenario.Function;

/** The four functions of which one makes a mistake. */
final class FaultyFunctions implements FourFunctions {
    private final FourFunctions lawful = new DocumentFunctions();
    private final Function wrong;
    private final Fault fault;
    private long number;
    private PyObject last;
    private Function lastFunction;

    FaultyFunctions(Function wrong, Fault fault) {
        this.wrong = wrong;
        this.fault = fault;
    }

    @Override
    public int call(Function function, Machine machine, PyObject object, Output<Address> buffer, Output<Long> length) {
        Function before = object != null && object == last ? lastFunction : null;
        last = object;
        lastFunction = function;
        boolean outputs = function != Function.CHECK;
        if (function != wrong || object == null || (outputs && (buffer == null || length == null))) {
            return lawful.call(function, machine, object, buffer, length);
        }
        number++;
        Output<Address> givenBuffer = new Output<>();
        Output<Long> givenLength = new Output<>();
        int code = lawful.call(function, machine, object, givenBuffer, givenLength);
        Answer answer =
                new Answer(code, givenBuffer.touched(), givenBuffer.value(), givenLength.value(), machine.fetch());
        Asked asked = new Asked(function, machine, object, Asked.viewOf(machine, object), number, before);
        Answer instead = fault.instead(asked, answer);
        if (outputs && instead.pointed()) {
            buffer.set(instead.buffer());
        }
        if (outputs && instead.length() != null) {
            length.set(instead.length());
        }
        machine.raise(instead.raised());
        return instead.code();
    }
}
