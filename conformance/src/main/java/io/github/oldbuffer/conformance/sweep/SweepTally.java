package io.github.oldbuffer.conformance.sweep;

import io.github.oldbuffer.conformance.suite.DeathWords;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a sweep, or a part of one, has found so far; not a value, it collects.
 *
 * <p>Parts add up: sums are sums, and of two witnesses the smaller one is kept, so that the order does not matter.
 */
public final class SweepTally {
    private long scenarios;
    private long unsupported;
    private final Map<String, Long> exercised = new TreeMap<>();
    private final Map<String, Map<String, Swept>> deviations = new TreeMap<>();

    /** Judges a scenario by every clause. */
    void judge(Scenario scenario, Transcript transcript) {
        scenarios++;
        if (transcript.outcome() instanceof Outcome.Unsupported) {
            unsupported++;
            return;
        }
        if (transcript.outcome() instanceof Outcome.Died died) {
            add(
                    clauseOf(scenario, died),
                    DeathWords.symptom(scenario, died),
                    new Swept(DeathWords.reason(scenario, died), scenario, Optional.of(died)));
        }
        Judge.judge(scenario, transcript).forEach((clause, verdict) -> {
            exercised.merge(clause, 1L, Long::sum);
            for (Verdict.Violation violation : verdict.violations()) {
                add(clause, violation.symptom(), new Swept(violation.reason(), scenario, Optional.empty()));
            }
        });
    }

    /** Takes over what another part found. */
    public void addAll(SweepTally other) {
        add(other.scenarios, other.unsupported);
        other.exercised.forEach(this::exercised);
        other.deviations.forEach(
                (clause, bySymptom) -> bySymptom.forEach((symptom, swept) -> add(clause, symptom, swept)));
    }

    /** Takes over counts of another part. */
    public void add(long moreScenarios, long moreUnsupported) {
        scenarios += moreScenarios;
        unsupported += moreUnsupported;
    }

    /** Takes over how often another part exercised a clause. */
    public void exercised(String clause, long times) {
        exercised.merge(clause, times, Long::sum);
    }

    /** Takes over a deviation that another part met. */
    public void add(String clause, String symptom, Swept swept) {
        deviations
                .computeIfAbsent(clause, none -> new TreeMap<>())
                .merge(symptom, swept, (before, now) -> before == now ? before : before.or(now));
    }

    public long scenarios() {
        return scenarios;
    }

    public long unsupported() {
        return unsupported;
    }

    /** For each clause that any scenario said something about, how many did. */
    public Map<String, Long> exercised() {
        return Collections.unmodifiableMap(exercised);
    }

    /** Deviations by clause and symptom. */
    public Map<String, Map<String, Swept>> deviations() {
        return Collections.unmodifiableMap(deviations);
    }

    /** The clause that a death is filed under: what the function under way says where it cannot succeed. */
    public static String clauseOf(Scenario scenario, Outcome.Died died) {
        Function function = Function.CHECK;
        for (int i = 0; i <= Math.min(died.step(), scenario.steps().size() - 1); i++) {
            if (scenario.steps().get(i) instanceof Step.Call call) {
                function = call.function();
            }
        }
        return function + "-2";
    }
}
