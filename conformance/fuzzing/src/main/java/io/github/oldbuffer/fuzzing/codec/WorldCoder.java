package io.github.oldbuffer.fuzzing.codec;

import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.shape.Coder;

/** A coder of steps, each beside the objects that those before it made: numbers of others are folded into them. */
abstract class WorldCoder extends Coder {

    private final World world = new World();

    WorldCoder(int version) {
        super(version);
    }

    final World world() {
        return world;
    }

    /** Whether the scenario has no object yet. */
    final boolean empty() {
        return anObject() < 0;
    }

    @Override
    public final int object(int value) {
        int object = (int) number(0, Scenario.MAX_NAME, value);
        return world.object(object) == null ? anObject() : object;
    }

    @Override
    public final int unused(int value) {
        int wanted = (int) number(0, Scenario.MAX_NAME, value);
        for (int i = 0; i <= Scenario.MAX_NAME; i++) {
            int object = (wanted + i) % (Scenario.MAX_NAME + 1);
            if (world.object(object) == null) {
                return object;
            }
        }
        return wanted;
    }

    @Override
    public final long length(int object) {
        return world.object(object).length();
    }

    /** An array's items; an object of ctypes without dimensions takes any length. */
    @Override
    public final int unit(int object) {
        State state = world.object(object);
        boolean items =
                state.subject().hasMemory() && !state.subject().layout().shape().isEmpty();
        return items ? state.subject().layout().itemsize() : 1;
    }

    private int anObject() {
        for (int i = 0; i <= Scenario.MAX_NAME; i++) {
            if (world.object(i) != null) {
                return i;
            }
        }
        return -1;
    }
}
