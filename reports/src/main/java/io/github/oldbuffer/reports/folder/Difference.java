package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A difference between two implementations as its folder tells it.
 *
 * @param left the one that is looked at
 * @param right the one that it is held against
 * @param reason what each of the two did with the witness
 * @param witness the smallest scenario that shows it
 * @param files texts that lie beside the witness, by the name of their file, such as programs that show it
 */
public record Difference(
        Identity left, Identity right, String symptom, String reason, Scenario witness, Map<String, String> files)
        implements Exhibit {
    public Difference {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** With nothing beside the witness. */
    public Difference(Identity left, Identity right, String symptom, String reason, Scenario witness) {
        this(left, right, symptom, reason, witness, Map.of());
    }
}
