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

    /**
     * An implementation, or a family of them, that this provider has.
     *
     * @param id such as {@code model} or {@code cpython:PATH}
     * @param pattern whether the id stands for a family, and so is no id to try
     * @param sentence what it is
     */
    record Offer(String id, boolean pattern, String sentence) {}
}
