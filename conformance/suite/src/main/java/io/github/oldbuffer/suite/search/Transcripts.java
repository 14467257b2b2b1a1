package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;

/** Has scenarios run, and holds the implementation to its own interface. */
public final class Transcripts {

    private Transcripts() {}

    /** @throws BrokenImplementationException where the implementation cannot be used any more */
    public static Transcript of(Implementation implementation, Scenario scenario) {
        return of(implementation, List.of(scenario)).get(0);
    }

    /** @throws BrokenImplementationException where the implementation cannot be used any more */
    public static List<Transcript> of(Implementation implementation, List<Scenario> batch) {
        String id = implementation.identity().id();
        List<Transcript> transcripts;
        try {
            transcripts = implementation.run(batch);
        } catch (RuntimeException e) {
            throw new BrokenImplementationException(id + " cannot go on: " + e.getMessage(), e);
        }
        if (transcripts.size() != batch.size()) {
            throw new BrokenImplementationException(
                    id + " cannot be judged: it gave " + transcripts.size() + " transcripts for " + batch.size()
                            + " scenarios",
                    null);
        }
        return transcripts;
    }
}
