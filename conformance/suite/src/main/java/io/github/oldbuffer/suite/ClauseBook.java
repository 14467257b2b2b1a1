package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges whatever one implementation does by every clause, and keeps what it found; not a value, it collects.
 *
 * <p>A death counts for the clause whose theme the scenario is about; where no clause has this theme it is none of the
 * contract's concern.
 */
public final class ClauseBook {

    private final Implementation implementation;
    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, Map<String, Deviation>> sightings = new LinkedHashMap<>();

    public ClauseBook(Implementation implementation) {
        this.implementation = implementation;
    }

    private static final class Count {
        private long ran;
        private long unsupported;
        private long exercised;
        private int deaths;
    }

    /**
     * Takes in what the implementation did with a scenario.
     *
     * @param theme a clause's id, or the name of another theme
     */
    public void see(String theme, Scenario scenario, Transcript transcript) {
        Count count = count(theme);
        count.ran++;
        if (transcript.outcome() instanceof Outcome.Unsupported) {
            count.unsupported++;
            return;
        }
        if (transcript.outcome() instanceof Outcome.Died died) {
            count.deaths += Execution.weight(died);
            if (Clauses.find(theme).isPresent()) {
                note(theme, scenario, transcript, Sighting.of(scenario, died));
            }
        }
        Judge.judge(scenario, transcript).forEach((clause, verdict) -> {
            count(clause).exercised++;
            for (Verdict.Violation violation : verdict.violations()) {
                note(clause, scenario, transcript, Sighting.of(violation));
            }
        });
    }

    /** Whether the implementation died too often in scenarios of a theme: each death is slow, and no more is learnt. */
    public boolean diesTooOften(String theme) {
        return count(theme).deaths >= Execution.DEATHS;
    }

    /**
     * What was found about every clause, each with a witness made as small as can be; where the implementation cannot be
     * used any more it stays as it was.
     *
     * @param tries scenarios that each theme should have had
     * @param known what is on file; entries that do not apply to the implementation are left aside
     */
    public List<ClauseOutcome> outcomes(int tries, KnownDeviations known) {
        KnownDeviations onFile = known.of(implementation.identity());
        return Clauses.all().stream()
                .map(Clause::id)
                .map(clause -> ClauseOutcome.of(end(clause, tries), deviations(clause, onFile)))
                .toList();
    }

    private ExecutionEnd end(String clause, int tries) {
        Count count = count(clause);
        List<String> missing = new ArrayList<>();
        if (count.ran < tries) {
            missing.add((tries - count.ran) + " of " + tries
                    + " tries, given up because an implementation died too often" + " or cannot go on");
        } else if (count.exercised == 0) {
            missing.add("any scenario that exercises it");
        }
        return new ExecutionEnd(clause, count.ran, count.unsupported, count.exercised, missing, Covered.NOTHING, false);
    }

    private List<Deviation> deviations(String clause, KnownDeviations onFile) {
        List<Deviation> deviations = new ArrayList<>();
        for (Deviation first : sightings.getOrDefault(clause, Map.of()).values()) {
            Optional<KnownDeviation> entry = onFile.find(clause, first.symptom());
            deviations.add(entry.map(first::onFile).orElseGet(() -> new SmallestWitness(implementation).of(first)));
        }
        return deviations;
    }

    private void note(String clause, Scenario scenario, Transcript transcript, Sighting sighting) {
        sightings
                .computeIfAbsent(clause, none -> new LinkedHashMap<>())
                .putIfAbsent(sighting.symptom(), Deviation.found(clause, sighting, scenario, transcript));
    }

    private Count count(String theme) {
        return counts.computeIfAbsent(theme, none -> new Count());
    }
}
