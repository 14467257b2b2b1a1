package io.github.oldbuffer.ports;

import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.place.DebugLine;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Place;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import io.github.oldbuffer.suite.search.Transcripts;
import java.util.List;
import java.util.Optional;

/**
 * Where in its source a port died, as its debug information tells.
 *
 * @param notes of its deaths
 * @param sanitizers whose reports say the same, and more
 */
public record DeathPlaces(Port port, Implementation loaded, DeathNotes notes, Sanitizers sanitizers) {

    /** Lets the port die of the witness once more; what does not come back leaves nothing to read. */
    public Optional<Place> of(Finding death) {
        if (death.shown().transcript().outcome() instanceof Outcome.Died died
                && died.death() == Outcome.Death.TIMED_OUT) {
            return Optional.empty();
        }
        notes.next();
        sanitizers.next();
        try {
            Transcripts.of(loaded, List.of(death.shown().scenario()));
        } catch (BrokenImplementationException broken) {
            return Optional.empty();
        }
        return sanitizers
                .next()
                .flatMap(report -> DebugLine.inReport(report, port))
                .or(() -> notes.next().flatMap(offset -> DebugLine.of(port, offset)));
    }
}
