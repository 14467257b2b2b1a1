package io.github.oldbuffer.graalpy;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Answers scenarios with one of the {@link Hazards} as unsupported, and passes on all others. */
final class GuardedImplementation implements Implementation {

    private final Implementation guarded;

    /** @param guarded is closed with the guard */
    GuardedImplementation(Implementation guarded) {
        this.guarded = guarded;
    }

    @Override
    public Identity identity() {
        return guarded.identity();
    }

    @Override
    public Capabilities supports() {
        return guarded.supports();
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        List<Scenario> harmless = batch.stream()
                .filter(scenario -> Hazards.in(scenario).isEmpty())
                .toList();
        Iterator<Transcript> transcripts = guarded.run(harmless).iterator();
        List<Transcript> all = new ArrayList<>(batch.size());
        for (Scenario scenario : batch) {
            all.add(Hazards.in(scenario)
                    .map(hazard -> Transcript.unsupported(hazard.step(), hazard.what()))
                    .orElseGet(transcripts::next));
        }
        return all;
    }

    @Override
    public void restart() {
        guarded.restart();
    }

    @Override
    public void close() {
        guarded.close();
    }
}
