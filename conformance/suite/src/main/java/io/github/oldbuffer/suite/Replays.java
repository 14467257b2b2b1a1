package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.known.KnownDeviation;
import java.util.Optional;

/** Replays the witnesses of known deviations. */
final class Replays {

    private Replays() {}

    /**
     * What came of a witness on file.
     *
     * @param found the deviation on file; or a death that is not the one on file, which is a finding of its own: without
     *     it an implementation that is given up for dying in replays would have died unseen
     * @param stale whether the witness does not show what is on file any more
     */
    record Replayed(Optional<Deviation> found, boolean stale) {}

    static Replayed of(Implementation implementation, KnownDeviation entry) {
        Transcript transcript = Running.one(implementation, entry.witness());
        Sighting.All seen = Sighting.in(entry.clause(), entry.witness(), transcript);
        for (Sighting sighting : seen.sightings()) {
            if (sighting.symptom().equals(entry.symptom())) {
                return new Replayed(
                        Optional.of(deviation(entry, sighting, transcript).onFile(entry)), false);
            }
        }
        return new Replayed(
                seen.sightings().stream()
                        .filter(sighting -> sighting.death().isPresent())
                        .findFirst()
                        .map(sighting -> deviation(entry, sighting, transcript)),
                true);
    }

    private static Deviation deviation(KnownDeviation entry, Sighting sighting, Transcript transcript) {
        return Deviation.found(entry.clause(), sighting, entry.witness(), transcript);
    }
}
