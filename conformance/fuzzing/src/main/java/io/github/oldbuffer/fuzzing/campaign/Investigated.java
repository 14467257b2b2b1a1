package io.github.oldbuffer.fuzzing.campaign;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.Optional;

/**
 * What came of a lead: a finding with a reduced witness.
 *
 * @param clause empty for a difference
 * @param reason what was expected and what happened in the witness
 * @param transcript what the implementation did with the witness
 * @param other what the other implementation did; empty for anything but a difference
 * @param death how it died; empty for anything else
 * @param shown how many of {@value #REPLAYS} replays of the witness showed it
 */
public record Investigated(
        String clause,
        String symptom,
        String reason,
        Scenario witness,
        Transcript transcript,
        Optional<Transcript> other,
        Optional<Outcome.Died> death,
        int shown) {

    /** How often a witness is replayed. */
    public static final int REPLAYS = 3;

    /** Whether every replay showed it. */
    public boolean stable() {
        return shown == REPLAYS;
    }

    public String key() {
        return clause + " " + symptom;
    }
}
