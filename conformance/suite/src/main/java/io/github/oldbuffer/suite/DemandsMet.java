package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.generate.Demand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which demands of a clause's theme its scenarios met; not a value, it collects. */
final class DemandsMet {

    private final List<Demand> unmet;
    private final Set<Demand> waived = new HashSet<>();

    DemandsMet(List<Demand> demands) {
        this.unmet = new ArrayList<>(demands);
    }

    /** Takes in what an implementation did with a scenario about a clause. */
    void see(String clause, Scenario scenario, Transcript transcript) {
        if (unmet.isEmpty()) {
            return;
        }
        if (transcript.outcome() instanceof Outcome.Unsupported) {
            waive(scenario);
        } else if (Judge.judge(clause, scenario, transcript).kind() != Verdict.Kind.NOT_EXERCISED) {
            unmet.removeIf(demand -> demand.seenIn(scenario));
        } else if (UntoldCounts.hide(clause, scenario, transcript) || isJudgedElsewhere(scenario, transcript)) {
            waive(scenario);
        }
    }

    /**
     * Whether a scenario that a demand wants is held against another clause: a function that refuses what it should
     * take says nothing of the length that it would give, and that it refuses is told once.
     */
    private boolean isJudgedElsewhere(Scenario scenario, Transcript transcript) {
        return unmet.stream().anyMatch(demand -> !waived.contains(demand) && demand.seenIn(scenario))
                && Judge.judge(scenario, transcript).values().stream()
                        .anyMatch(verdict -> verdict.kind() == Verdict.Kind.VIOLATED);
    }

    /** What only scenarios show that an implementation does not support cannot be asked of it. */
    void waive(Scenario scenario) {
        unmet.stream().filter(demand -> demand.seenIn(scenario)).forEach(waived::add);
    }

    /** The names of the demands neither met nor waived. */
    List<String> missing() {
        return unmet.stream()
                .filter(demand -> !waived.contains(demand))
                .map(Demand::name)
                .toList();
    }
}
