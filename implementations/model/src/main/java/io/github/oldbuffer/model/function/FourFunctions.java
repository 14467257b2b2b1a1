package io.github.oldbuffer.model.function;

import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.memory.Address;
import io.github.oldbuffer.spec.scenario.Function;

/** The four functions of the old buffer protocol, called on the model's machine; what a mutant replaces. */
public interface FourFunctions {

    /**
     * Calls a function.
     *
     * @param machine whose exception indicator may be set before the call, and tells of an error after it
     * @param object the first argument, or {@code null} for NULL
     * @param buffer the second argument, or {@code null} for NULL; CHECK has none and leaves it alone
     * @param length the third argument, in bytes, or {@code null} for NULL; CHECK has none and leaves it alone
     * @return what the C function returns
     */
    int call(Function function, Machine machine, PyObject object, Output<Address> buffer, Output<Long> length);
}
