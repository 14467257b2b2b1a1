package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;

/**
 * How many deaths making witnesses smaller may cost: each costs a process, and one that does not come back its time limit.
 * It counts deaths and not seconds, so that results repeat.
 */
final class ReductionBudget {

    /** For all findings of a search together. */
    static final int DEATHS = 60;
    /** Deaths that one which does not come back counts for. */
    static final int TIME_OUT = 20;

    private int spent;

    /** What these transcripts cost, which is taken off. */
    int spend(List<Ran> ran) {
        int cost = ran.stream().mapToInt(each -> cost(each.transcript())).sum();
        spent += cost;
        return cost;
    }

    boolean isLeft() {
        return spent < DEATHS;
    }

    private static int cost(Transcript transcript) {
        return transcript == null || !(transcript.outcome() instanceof Outcome.Died died)
                ? 0
                : died.death() == Death.TIMED_OUT ? TIME_OUT : 1;
    }
}
