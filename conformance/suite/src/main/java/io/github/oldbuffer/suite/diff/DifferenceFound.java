package io.github.oldbuffer.suite.diff;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;

/**
 * A symptom by which two implementations differ.
 *
 * @param scenarios how many showed it
 * @param reason what each of the two did with the witness
 * @param witness the smallest scenario found that shows it
 * @param left what the one that is looked at did with it
 * @param right what the other did
 */
public record DifferenceFound(
        String symptom, long scenarios, String reason, Scenario witness, Transcript left, Transcript right) {}
