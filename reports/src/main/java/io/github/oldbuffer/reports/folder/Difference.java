package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.scenario.Scenario;

/**
 * A difference between two implementations as its folder tells it.
 *
 * @param left the one that is looked at
 * @param right the one that it is held against
 * @param reason what each of the two did with the witness
 * @param witness the smallest scenario that shows it
 */
public record Difference(Identity left, Identity right, String symptom, String reason, Scenario witness)
        implements Exhibit {}
