package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.known.KnownDeviation;
import java.util.Optional;

/**
 * A violation or a death that a run found.
 *
 * @param clause the clause violated; for a death the clause whose property met it
 * @param symptom deviations are filed by clause and symptom
 * @param reason what was expected and what happened in the witness
 * @param witness the smallest scenario found that shows it, or the one on file
 * @param transcript what the implementation did with the witness
 * @param death how it died; empty for a violation
 * @param known the entry on file, where there is one
 */
public record Deviation(
        String clause,
        String symptom,
        String reason,
        Scenario witness,
        Transcript transcript,
        Optional<Outcome.Died> death,
        Optional<KnownDeviation> known) {

    static Deviation found(String clause, Sighting sighting, Scenario witness, Transcript transcript) {
        return new Deviation(
                clause, sighting.symptom(), sighting.reason(), witness, transcript, sighting.death(), Optional.empty());
    }

    /** The deviation of a symptom, violation or death, where a transcript shows it. */
    public static Optional<Deviation> shown(String clause, String symptom, Scenario witness, Transcript transcript) {
        return Sighting.in(clause, witness, transcript).sightings().stream()
                .filter(sighting -> sighting.symptom().equals(symptom))
                .map(sighting -> found(clause, sighting, witness, transcript))
                .findFirst();
    }

    /** The same deviation, which an entry on file is about. */
    public Deviation onFile(KnownDeviation entry) {
        return new Deviation(clause, symptom, reason, witness, transcript, death, Optional.of(entry));
    }

    /** The same death, met by another clause's property; what is on file for one clause is not for the other. */
    Deviation metBy(String property) {
        return new Deviation(property, symptom, reason, witness, transcript, death, Optional.empty());
    }
}
