package io.github.oldbuffer.spec.implementation;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;

/**
 * Anything that turns scenarios into transcripts.
 *
 * <p>It knows no clauses. Whatever happens while a scenario runs, a crash included, is told in its transcript; an
 * exception out of {@link #run} means that the implementation cannot be used any more.
 */
public interface Implementation extends AutoCloseable {

    Identity identity();

    /**
     * What of scenarios it has, the same at every call; the suite draws its scenarios from that. What else it cannot
     * do it answers with {@link Transcript#unsupported}, which costs a scenario that says nothing.
     */
    default Capabilities supports() {
        return Capabilities.EVERYTHING;
    }

    /**
     * Runs scenarios, each on objects of its own.
     *
     * @param batch valid scenarios
     * @return one transcript for each scenario, in the same order
     */
    List<Transcript> run(List<Scenario> batch);

    /**
     * Forgets whatever earlier scenarios may have left behind, as far as it can: one that runs in a process of its own
     * goes on in a new one.
     */
    default void restart() {
        // most keep nothing
    }

    /** How often its process died, so far, in a way that did not come again when the same scenarios ran once more. */
    default int unexplainedDeaths() {
        return 0;
    }

    /** Frees what the implementation holds; closing twice does nothing. */
    @Override
    void close();
}
