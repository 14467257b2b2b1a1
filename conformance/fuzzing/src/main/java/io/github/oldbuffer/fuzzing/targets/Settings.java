package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.Providers;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a target was started, told in system properties.
 *
 * @param implementation {@code oldbuffer.fuzz.implementation}, the id; default {@code model}
 * @param other {@code oldbuffer.fuzz.other}, the id of what it is compared with; default {@code cpython}
 * @param session {@code oldbuffer.fuzz.session}, the folder of the campaign that this process is a part of; empty where
 *     there is none, and then whatever is not on file ends the process, as Jazzer has it
 * @param number {@code oldbuffer.fuzz.number}, which process of the campaign this is
 */
public record Settings(String implementation, String other, Optional<Path> session, int number) {

    public static final String IMPLEMENTATION = "oldbuffer.fuzz.implementation";
    public static final String OTHER = "oldbuffer.fuzz.other";
    public static final String SESSION = "oldbuffer.fuzz.session";
    public static final String NUMBER = "oldbuffer.fuzz.number";

    /** The system property that has native code run in a process of its own, slower, and deaths be findings. */
    public static final String ISOLATED = "oldbuffer.fuzz.isolated";

    /** The system property that has a port be compiled so that the fuzzer sees which of its C code runs. */
    public static final String NATIVE = "oldbuffer.fuzz.native";

    static Settings ofProcess() {
        return new Settings(
                System.getProperty(IMPLEMENTATION, "model"),
                System.getProperty(OTHER, "cpython"),
                Optional.ofNullable(System.getProperty(SESSION)).map(Path::of),
                Integer.getInteger(NUMBER, 0));
    }

    /**
     * Opens the fastest form of the implementation, or the one that survives where {@link #ISOLATED} is {@code true}, or
     * the one whose C code a fuzzer sees where {@link #NATIVE} is.
     *
     * @throws UnavailableException with one sentence
     */
    Implementation open() throws UnavailableException {
        if (Boolean.getBoolean(NATIVE)) {
            return Providers.of(implementation).openWatched(implementation);
        }
        return Boolean.getBoolean(ISOLATED)
                ? isolated(implementation)
                : Providers.of(implementation).openHere(implementation);
    }

    /**
     * Opens the form that survives: native code in a worker.
     *
     * @throws UnavailableException with one sentence
     */
    static Implementation isolated(String id) throws UnavailableException {
        return Providers.of(id).open(id);
    }
}
