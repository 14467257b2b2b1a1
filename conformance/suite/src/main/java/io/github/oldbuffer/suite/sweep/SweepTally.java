package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.FactsInTurn;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.DeathWords;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sweep, or a part of one, has found so far; not a value, it collects.
 *
 * <p>Parts add up: sums are sums, and of two witnesses the smaller one is kept, so that the order does not matter.
 */
public final class SweepTally {
    private long scenarios;
    private long unsupported;
    private final Map<String, Count> exercised = new HashMap<>();
    private final Map<String, Map<String, Swept>> deviations = new HashMap<>();
    private final FactsInTurn facts = new FactsInTurn();
    /** One for all scenarios, of which the one under way stands here. */
    private final Judge.Listener listener = this::hear;

    private Scenario judged;
    private Transcript answer;

    private static final class Count {
        private long scenarios;
    }

    /** Judges scenarios by every clause, each with its transcript. */
    void judge(List<Scenario> batch, List<Transcript> transcripts) {
        for (int i = 0; i < batch.size(); i++) {
            judge(batch.get(i), transcripts.get(i));
        }
    }

    private void judge(Scenario scenario, Transcript transcript) {
        scenarios++;
        if (transcript.outcome() instanceof Outcome.Unsupported) {
            unsupported++;
            return;
        }
        if (transcript.outcome() instanceof Outcome.Died died) {
            add(clauseOf(scenario, died), DeathWords.symptom(scenario, died), Swept.of(scenario, transcript));
        }
        judged = scenario;
        answer = transcript;
        Judge.judge(scenario, factsOf(scenario), transcript, listener);
    }

    private void hear(String clause, Verdict verdict) {
        exercised(clause, 1);
        for (Verdict.Violation violation : verdict.violations()) {
            Swept before = deviations.getOrDefault(clause, Map.of()).get(violation.symptom());
            if (before == null || before.mayBeLargerThan(judged)) {
                add(clause, violation.symptom(), Swept.of(judged, answer));
            }
        }
    }

    private List<Fact> factsOf(Scenario scenario) {
        try {
            return facts.of(scenario);
        } catch (InvalidException invalid) {
            throw new IllegalStateException("a sweep has a scenario that makes no sense", invalid);
        }
    }

    /** Takes over what another part found. */
    public void addAll(SweepTally other) {
        add(other.scenarios, other.unsupported);
        other.exercised.forEach((clause, count) -> exercised(clause, count.scenarios));
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
        Count count = exercised.get(clause);
        if (count == null) {
            count = new Count();
            exercised.put(clause, count);
        }
        count.scenarios += times;
    }

    /** Takes over a deviation that another part met. */
    public void add(String clause, String symptom, Swept swept) {
        deviations
                .computeIfAbsent(clause, none -> new HashMap<>())
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
        Map<String, Long> sorted = new TreeMap<>();
        exercised.forEach((clause, count) -> sorted.put(clause, count.scenarios));
        return Collections.unmodifiableMap(sorted);
    }

    /** Deviations by clause and symptom, both in alphabetical order. */
    public Map<String, Map<String, Swept>> deviations() {
        Map<String, Map<String, Swept>> sorted = new TreeMap<>();
        deviations.forEach((clause, found) -> sorted.put(clause, Collections.unmodifiableMap(new TreeMap<>(found))));
        return Collections.unmodifiableMap(sorted);
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
