package io.github.oldbuffer.model.run;

import io.github.oldbuffer.model.exporter.Immutable;
import io.github.oldbuffer.model.machine.Machine;
import io.github.oldbuffer.model.machine.PyObject;
import io.github.oldbuffer.model.machine.Truth;
import io.github.oldbuffer.spec.scenario.Function;
import java.util.Arrays;
import java.util.List;

/** An object that a scenario made, with what is known about its memory and the pointers into it. */
final class Slot {

    /**
     * The references that the scenario keeps to an object. With one, a function that takes a reference nobody gave
     * would free the object; with more, the mistake shows in the count and the scenario goes on.
     */
    private static final int KEPT_REFERENCES = 8;

    private static final int FUNCTIONS = Function.values().length;

    private final List<PyObject> objects;
    private final Pointed[] pointed = new Pointed[FUNCTIONS];
    private Truth truth;
    private boolean movedInside;

    /** {@code objects} are the object and those inside it, outermost first. */
    Slot(Machine machine, List<PyObject> objects) {
        this.objects = objects;
        for (PyObject object : objects) {
            for (int kept = 1; kept < KEPT_REFERENCES; kept++) {
                object.retain();
            }
        }
        truth = machine.truth(object());
    }

    PyObject object() {
        return objects.get(0);
    }

    /** What the object hands out the memory of. */
    PyObject inner() {
        return objects.get(objects.size() - 1);
    }

    /** Its own code moves its memory amid a step. */
    void moveInside() {
        movedInside = true;
    }

    boolean movedInside() {
        return movedInside;
    }

    /** Looks where the memory is, where code inside the step before moved it. */
    void settle(Machine machine) {
        if (movedInside) {
            movedInside = false;
            memoryMoved(machine);
        }
    }

    /** Where the object's memory is; {@code null} where it has none. */
    Truth truth() {
        return truth;
    }

    /** Whether the object at the bottom lets nobody change its memory. */
    boolean immutable() {
        return objects.get(objects.size() - 1) instanceof Immutable bottom && bottom.immutable();
    }

    /** What the function last returned for the object; {@code null} where it returned nothing that still counts. */
    Pointed pointed(Function function) {
        return pointed[function.ordinal()];
    }

    void remember(Function function, Pointed result) {
        pointed[function.ordinal()] = result;
    }

    /** The memory may be elsewhere now: looks where it is, and forgets the pointers returned so far. */
    void memoryMoved(Machine machine) {
        truth = machine.truth(object());
        Arrays.fill(pointed, null);
    }

    /** Gives up the scenario's references, to the outermost object first. */
    void drop(Machine machine) {
        for (PyObject object : objects) {
            machine.unregister(object);
            for (int kept = 0; kept < KEPT_REFERENCES; kept++) {
                object.drop(machine);
            }
        }
    }
}
