package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A deviation as its folder tells it.
 *
 * @param implementation which showed it
 * @param reason what was expected and what happened in the witness
 * @param why the reason on file, or {@code null} where it is not known
 * @param witness the smallest scenario that shows it
 * @param files texts that lie beside the witness, by the name of their file, such as programs that show it
 */
public record Deviation(
        Identity implementation,
        String clause,
        String symptom,
        String reason,
        String why,
        Scenario witness,
        Map<String, String> files)
        implements Exhibit {
    public Deviation {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** With nothing beside the witness. */
    public Deviation(
            Identity implementation, String clause, String symptom, String reason, String why, Scenario witness) {
        this(implementation, clause, symptom, reason, why, witness, Map.of());
    }

    public boolean known() {
        return why != null;
    }
}
