package io.github.oldbuffer.reports.gate;

import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.spec.clause.Level;
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
                if (!clause.level().equals(Level.REFERENCE.word())
                        && exercised(clause)
                        && !exercises(now.get(), clause)) {
                    objections.add(objection(id, clause.id() + ": it used to be exercised, and is not any more"));
                }
            }
        }
        return List.copyOf(objections);
    }

    private static boolean exercises(Run run, ClauseResult clause) {
        return run.clauses().stream().anyMatch(result -> result.id().equals(clause.id()) && exercised(result));
    }

    private static boolean exercised(ClauseResult clause) {
        return clause.verdict() != Overall.NOT_EXERCISED;
    }

    private static Objection objection(String id, String sentence) {
        return new Objection(Objection.Kind.NO_LONGER_EXERCISED, id, sentence);
    }
}
