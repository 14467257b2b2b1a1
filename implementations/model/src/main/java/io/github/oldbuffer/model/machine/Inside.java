package io.github.oldbuffer.model.machine;

import io.github.oldbuffer.spec.scenario.Moment;
import java.util.List;

/** Code of the scenario's own, which objects run in their methods. */
@FunctionalInterface
public interface Inside {

    /**
     * Does what is to be done in a method of an object now.
     *
     * @param object the scenario's number of it
     * @param giveUp gives the view up that the method was given
     * @return for each thing done whether it succeeded; what it raised is swallowed
     */
    List<Boolean> act(int object, Moment moment, Runnable giveUp);
}
