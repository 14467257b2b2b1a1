package io.github.oldbuffer.spec.results;

import java.util.List;

/**
 * An entry on file whose witness a run replayed.
 *
 * @param function the C function that the entry is about
 * @param clause {@code null} where it is about a death or a difference
 * @param symptoms those that it covers
 * @param witness a digest of the scenario that was replayed
 * @param stale whether the witness showed none of the symptoms
 */
public record Replayed(String function, String clause, List<String> symptoms, String witness, boolean stale) {

    public Replayed {
        symptoms = List.copyOf(symptoms);
    }

    /** The clause, or the function where no clause is meant, and what was to be seen. */
    public String words() {
        return (clause == null ? function : clause) + ": " + String.join("; ", symptoms);
    }
}
