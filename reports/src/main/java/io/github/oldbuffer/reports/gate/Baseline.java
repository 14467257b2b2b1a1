package io.github.oldbuffer.reports.gate;

import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Results that passed before: what they judged has to be judged still. */
public final class Baseline {

    private Baseline() {}

    /** What the baseline exercised and the results do not, run by run of the baseline. */
    public static List<Objection> objections(Results results, Results baseline) {
        List<Objection> objections = new ArrayList<>();
        for (Run before : baseline.runs()) {
            String id = before.implementation().id();
            Optional<Run> now = results.runs().stream()
                    .filter(run -> run.implementation().id().equals(id))
                    .findFirst();
            if (now.isEmpty()) {
                objections.add(objection(id, "the baseline judged it, and these results do not"));
                continue;
            }
            for (ClauseResult clause : before.clauses()) {
                if (!clause.reference() && exercised(clause) && !exercises(now.get(), clause)) {
                    objections.add(objection(id, clause.id() + ": it used to be exercised, and is not any more"));
                }
            }
        }
        return List.copyOf(objections);
    }

    private static boolean exercises(Run run, ClauseResult clause) {
        return run.clause(clause.id()).filter(Baseline::exercised).isPresent();
    }

    private static boolean exercised(ClauseResult clause) {
        return clause.verdict() != Verdict.NOT_EXERCISED && clause.verdict() != Verdict.NOT_APPLICABLE;
    }

    private static Objection objection(String id, String sentence) {
        return new Objection(Objection.Kind.NO_LONGER_EXERCISED, id, sentence);
    }
}
