package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.ParameterReader;
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

    /** What callers give for parameters that are none of the user's, with a comma in front of each. */
    String rest() {
        return found.functions().isEmpty()
                ? ""
                : ", 0".repeat((int) found.functions().get(0).parameters().stream()
                        .filter(ParameterReader::isAdded)
                        .count());
    }

    /** Whether the value that it returns does not tell by itself whether it succeeded. */
    boolean returnsZeroAndOne() {
        return found.functions().stream().anyMatch(Declaration::returnsZeroAndOne);
    }

    /** Whether outputs are filled by an adapter, the kit's or the user's, so that the function cannot be blamed. */
    boolean adapted() {
        return fit.fillsOutputs() || found.byAdapter();
    }
}
