package io.github.oldbuffer.reports.gate;

import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.clause.Level;
import java.util.ArrayList;
import java.util.List;

/** Decides whether results may pass. It reads findings, not the word {@code conforms} that somebody wrote above them. */
public final class Gate {

    private Gate() {}

    /** Every objection, run by run; none where the results may pass. */
    public static List<Objection> objections(Results results) {
        List<Objection> objections = new ArrayList<>();
        results.runs().forEach(run -> collect(run, objections));
        return List.copyOf(objections);
    }

    private static void collect(Run run, List<Objection> objections) {
        String id = run.implementation().id();
        for (Run.ClauseResult clause : run.clauses()) {
            if (clause.level().equals(Level.REFERENCE.word())) {
                continue;
            }
            clause.violations().stream()
                    .filter(violation -> !violation.known())
                    .forEach(violation -> objections.add(new Objection(
                            Objection.Kind.DEVIATION, id, clause.id() + ": " + violation.symptom() + " is new")));
            if (clause.verdict() == Run.Overall.NOT_EXERCISED) {
                String why = clause.missing().isEmpty() ? "" : "; missing: " + String.join(", ", clause.missing());
                objections.add(
                        new Objection(Objection.Kind.NOT_EXERCISED, id, clause.id() + ": it was not exercised" + why));
            }
        }
        run.crashes().stream()
                .filter(crash -> !crash.known())
                .forEach(crash -> objections.add(
                        new Objection(Objection.Kind.DEATH, id, crash.clause() + ": " + crash.symptom() + " is new")));
        run.stale()
                .forEach(stale -> objections.add(new Objection(
                        Objection.Kind.STALE,
                        id,
                        stale.clause() + ": " + stale.symptom() + " is on file and deviates no more")));
    }
}
