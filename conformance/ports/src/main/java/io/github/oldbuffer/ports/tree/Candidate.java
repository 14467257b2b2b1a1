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
 * @param called what Python code knows it by, as far as the tree tells: {@code zlib.crc32(_)}; empty where it does not
 */
public record Candidate(
        Path file, int line, String what, String name, Way way, Optional<Function> function, String called) {

    Candidate(Path file, int line, String what, String name, Way way, Optional<Function> function) {
        this(file, line, what, name, way, function, "");
    }

    /** How something can be judged. */
    public enum Way {
        /** By {@code port}, without more. */
        AS_IT_IS,
        /** By {@code port}, with an adapter of the user's. */
        ADAPTER,
        /** By {@code call}: Python code can call it. */
        PYTHON_FUNCTION,
        /** By {@code port}, under the names of the functions that the macro makes. */
        MADE_BY_MACRO,
        /** By {@code object --exporter}: it answers requests, and what asks is judged elsewhere. */
        EXPORTER,
        /** By {@code port}, once it stands in a file that a compiler of the kit takes. */
        ANOTHER_FILE,
        /** There is nothing of its own to judge. */
        NONE
    }

    Candidate calledAs(String python) {
        return new Candidate(file, line, what, name, way, function, python);
    }

    /** Of a file that is only read: what a compiler would judge needs another one. */
    Candidate inReadFile() {
        return way == Way.AS_IT_IS || way == Way.ADAPTER
                ? new Candidate(file, line, what, name, Way.ANOTHER_FILE, Optional.empty(), called)
                : this;
    }
}
