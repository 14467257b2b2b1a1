package io.github.oldbuffer.conformance.suite;

import io.github.oldbuffer.conformance.known.KnownDeviation;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.Optional;

/** Replays the witnesses of known deviations. */
final class Replays {

    private Replays() {}

    /** The deviation as it is on file, or empty where the witness does not show it any more: the entry is stale. */
    static Optional<Deviation> of(Implementation implementation, KnownDeviation entry) {
        Transcript transcript = Running.one(implementation, entry.witness());
        return Sighting.in(entry.clause(), entry.witness(), transcript).sightings().stream()
                .filter(sighting -> sighting.symptom().equals(entry.symptom()))
                .findFirst()
                .map(sighting -> Deviation.found(entry.clause(), sighting, entry.witness(), transcript)
                        .onFile(entry));
    }
}
