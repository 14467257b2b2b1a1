package io.github.oldbuffer.model.function;

import io.github.oldbuffer.model.machine.BufferView;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Reply;
import io.github.oldbuffer.spec.scenario.Step;

/**
 * The new buffer protocol as the steps of a scenario ask it; the four functions do not go through here, so that a
 * mutant may break the one without the other.
 */
public interface NewProtocol {

    /** {@code PyObject_GetBuffer}: a code of 0 grants the view. */
    Reply acquire(Machine machine, PyObject object, int flags);

    /** {@code PyBuffer_Release}. */
    void release(Machine machine, BufferView view);

    /** {@code PyArg_ParseTuple} with one argument: a code of 0 grants the view, any other sets an exception. */
    Reply parse(Machine machine, PyObject object, Step.Code code);
}
