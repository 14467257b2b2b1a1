package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something wrong that one transcript shows about one clause: a violation, or a death.
 *
 * @param symptom deviations are filed by clause and symptom
 * @param reason what was expected and what happened
 * @param death how the implementation died; empty for a violation
 */
record Sighting(String symptom, String reason, Optional<Outcome.Died> death) {

    /**
     * Everything seen in one scenario.
     *
     * @param exercised whether the scenario says anything about the clause
     * @param sightings a death first
     */
    record All(boolean exercised, List<Sighting> sightings) {}

    static Sighting of(Scenario scenario, Outcome.Died died) {
        return new Sighting(DeathWords.symptom(scenario, died), DeathWords.reason(scenario, died), Optional.of(died));
    }

    static Sighting of(Verdict.Violation violation) {
        return new Sighting(violation.symptom(), violation.reason(), Optional.empty());
    }

    static All in(String clause, Scenario scenario, Transcript transcript) {
        Verdict verdict = Judge.judge(clause, scenario, transcript);
        List<Sighting> sightings = new ArrayList<>();
        if (transcript.outcome() instanceof Outcome.Died died) {
            sightings.add(of(scenario, died));
        }
        for (Verdict.Violation violation : verdict.violations()) {
            sightings.add(of(violation));
        }
        return new All(verdict.kind() != Verdict.Kind.NOT_EXERCISED, sightings);
    }
}
