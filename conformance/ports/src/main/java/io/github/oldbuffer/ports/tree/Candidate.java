package io.github.oldbuffer.ports.tree;

import io.github.oldbuffer.spec.scenario.Function;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A place in a source tree that does what the four functions did.
 *
 * @param what is there, in a clause of a sentence
 * @param name of the function around it; empty where there is none
 * @param way how it can be judged
 * @param function of the four whose place it takes, where it can be called as it is
 */
public record Candidate(Path file, int line, String what, String name, Way way, Optional<Function> function) {

    /** How something can be judged. */
    public enum Way {
        /** By {@code port}, without more. */
        AS_IT_IS,
        /** By {@code port}, with an adapter of the user's. */
        ADAPTER,
        /** By {@code call}: Python code can call it. */
        PYTHON_FUNCTION,
        /** There is nothing of its own to judge. */
        NONE
    }
}
