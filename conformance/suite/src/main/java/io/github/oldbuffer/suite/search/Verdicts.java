package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a search says of each clause. */
public final class Verdicts {

    private Verdicts() {}

    /**
     * The verdicts.
     *
     * @param clauses ids, in the order of the result
     * @param findings what is left of what the search saw
     */
    public static List<ClauseResult> of(List<String> clauses, Tally tally, List<Finding> findings) {
        return clauses.stream().map(clause -> of(clause, tally, findings)).toList();
    }

    private static ClauseResult of(String clause, Tally tally, List<Finding> findings) {
        String level = Clauses.find(clause).orElseThrow().level().word();
        long exercised = tally.exercisedTimes(clause);
        if (findings.stream().anyMatch(finding -> clause.equals(finding.clause()))) {
            return new ClauseResult(clause, level, Verdict.VIOLATED, null, exercised);
        }
        long died = tally.deaths(clause);
        long leftOut = tally.scenariosLeftOut(clause);
        if (died + leftOut > 0) {
            return new ClauseResult(clause, level, Verdict.DIED, deaths(died, leftOut), exercised);
        }
        List<String> missing = tally.missing(clause);
        if (!missing.isEmpty()) {
            return new ClauseResult(clause, level, Verdict.NOT_EXERCISED, String.join("; ", missing), exercised);
        }
        return exercised == 0
                ? new ClauseResult(clause, level, Verdict.NOT_EXERCISED, "no scenario exercised it", 0)
                : new ClauseResult(clause, level, Verdict.HOLDS, null, exercised);
    }

    private static String deaths(long died, long leftOut) {
        List<String> words = new ArrayList<>();
        if (died > 0) {
            words.add(count(died) + " killed the process");
        }
        if (leftOut > 0) {
            words.add(count(leftOut) + " not run, because their calls had killed the process often enough");
        }
        return String.join("; ", words);
    }

    private static String count(long scenarios) {
        return String.format(Locale.ROOT, "%,d %s", scenarios, scenarios == 1 ? "scenario" : "scenarios");
    }
}
