package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.List;

/**
 * A function of the user's that can be called, and how.
 *
 * @param types of its parameters, for casts in C; empty where none are needed
 */
record Chosen(Found found, Fit fit, List<String> types, boolean inClass) {

    Function function() {
        return found.function();
    }

    String name() {
        return found.name();
    }

    /** Whether outputs are filled by an adapter, the kit's or the user's, so that the function cannot be blamed. */
    boolean adapted() {
        return fit.fillsOutputs() || found.byAdapter();
    }
}
