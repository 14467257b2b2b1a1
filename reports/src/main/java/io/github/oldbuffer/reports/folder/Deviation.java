package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Scenario;

/**
 * A deviation as its folder tells it.
 *
 * @param implementation which showed it
 * @param reason what was expected and what happened in the witness
 * @param why the reason on file, or {@code null} where it is not known
 * @param witness the smallest scenario that shows it
 */
public record Deviation(
        Identity implementation, String clause, String symptom, String reason, String why, Scenario witness)
        implements Exhibit {

    public boolean known() {
        return why != null;
    }
}
