package io.github.oldbuffer.conformance.diff;

import io.github.oldbuffer.spec.scenario.Scenario;

/**
 * A symptom by which two implementations differ.
 *
 * @param scenarios how many showed it
 * @param reason what each of the two did with the witness
 * @param witness the smallest scenario found that shows it
 */
public record DifferenceFound(String symptom, long scenarios, String reason, Scenario witness) {}
