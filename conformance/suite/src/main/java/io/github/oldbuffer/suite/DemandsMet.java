package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.generate.Demand;
import io.github.oldbuffer.suite.search.Try;
import java.util.ArrayList;
import java.util.List;

/** Which demands of a clause's theme its scenarios met; not a value, it collects. */
final class DemandsMet {

    private final List<Demand> unmet;

    DemandsMet(List<Demand> demands) {
        this.unmet = new ArrayList<>(demands);
    }

    /** Takes in what an implementation did with a scenario about a clause. */
    void see(Try tried, Transcript transcript) {
        Scenario scenario = tried.scenario();
        if (unmet.stream().noneMatch(demand -> demand.seenIn(scenario))) {
            return;
        }
        if (transcript.outcome() instanceof Outcome.Unsupported) {
            waive(scenario);
        } else if (Judge.judge(tried.theme(), scenario, transcript).kind() != Verdict.Kind.NOT_EXERCISED) {
            unmet.removeIf(demand -> demand.seenIn(scenario));
        } else if (UntoldCounts.hide(tried.theme(), scenario, transcript) || isJudgedElsewhere(scenario, transcript)) {
            waive(scenario);
        }
    }

    /**
     * Whether a scenario that a demand wants is held against another clause: a function that refuses what it should
     * take says nothing of the length that it would give, and that it refuses is told once.
     */
    private boolean isJudgedElsewhere(Scenario scenario, Transcript transcript) {
        return Judge.judge(scenario, transcript).values().stream()
                .anyMatch(verdict -> verdict.kind() == Verdict.Kind.VIOLATED);
    }

    /** What only scenarios show that an implementation does not support cannot be asked of it. */
    void waive(Scenario scenario) {
        unmet.removeIf(demand -> demand.seenIn(scenario));
    }

    /** The names of the demands neither met nor waived. */
    List<String> missing() {
        return unmet.stream().map(Demand::name).toList();
    }
}
