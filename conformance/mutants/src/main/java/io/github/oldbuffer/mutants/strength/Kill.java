package io.github.oldbuffer.mutants.strength;

import io.github.oldbuffer.mutants.Mutant;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * A mutant found out by the property of a clause: a violation of that clause, nothing else counts.
 *
 * @param scenarios how many the property needed, this one included
 */
record Kill(int scenarios, Scenario scenario, String symptom) {
    /** As large as the batches that the suite runs ahead. */
    private static final int BATCH = 64;

    /**
     * The first kill among the property's scenarios.
     *
     * @param scenarios the property's, in the order of its tries
     */
    static Optional<Kill> first(Mutant mutant, String clause, List<Scenario> scenarios) {
        try (Implementation implementation = mutant.open()) {
            for (int from = 0; from < scenarios.size(); from += BATCH) {
                List<Scenario> batch = scenarios.subList(from, Math.min(from + BATCH, scenarios.size()));
                List<Transcript> transcripts = implementation.run(batch);
                for (int i = 0; i < batch.size(); i++) {
                    Verdict verdict = Judge.judge(clause, batch.get(i), transcripts.get(i));
                    if (verdict.kind() == Verdict.Kind.VIOLATED) {
                        return Optional.of(new Kill(
                                from + i + 1,
                                batch.get(i),
                                verdict.violations().get(0).symptom()));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
