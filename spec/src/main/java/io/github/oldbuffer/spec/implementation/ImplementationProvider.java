package io.github.oldbuffer.spec.implementation;

import java.util.List;

/** Offers implementations; found with {@link java.util.ServiceLoader}. */
public interface ImplementationProvider {

    /** The ids that a run without {@code -i} tries, and that {@code ./conform list implementations} shows. */
    List<Offer> offers();

    /** Whether this provider is the one for an id, such as every id that starts with {@code cpython:}. */
    boolean accepts(String id);

    /**
     * Starts an implementation.
     *
     * @param id one that {@link #accepts} said yes to
     * @throws UnavailableException with one sentence that says what is missing and what to do
     */
    Implementation open(String id) throws UnavailableException;

    /** Whether {@link #openHere} runs in this process, where a scenario takes microseconds. */
    default boolean runsHere(String id) {
        return false;
    }

    /**
     * Starts an implementation for fuzzing: in this process where it can be, which a crash then ends.
     *
     * @throws UnavailableException as {@link #open} does
     */
    default Implementation openHere(String id) throws UnavailableException {
        return open(id);
    }

    /**
     * Starts an implementation in this process so that a fuzzer that was loaded before it sees which of its C code runs.
     *
     * @throws UnavailableException where it has no C code that can be compiled for that, or as {@link #open} does
     */
    default Implementation openWatched(String id) throws UnavailableException {
        throw new UnavailableException(id + " has no C source that can be compiled for a fuzzer.");
    }

    /** Whether {@link #openWatched} is for this id. */
    default boolean isWatchable(String id) {
        return false;
    }

    /**
     * Folders on the paths of libraries that only implementations which run in this process need, such as
     * {@code org/bytedeco/cpython}.
     */
    default List<String> libraries() {
        return List.of();
    }

    /**
     * An implementation, or a family of them, that this provider has.
     *
     * @param id such as {@code model} or {@code cpython:PATH}
     * @param pattern whether the id stands for a family, and so is no id to try
     * @param sentence what it is
     */
    record Offer(String id, boolean pattern, String sentence) {}
}
