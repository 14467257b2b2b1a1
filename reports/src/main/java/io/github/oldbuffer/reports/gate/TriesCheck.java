package io.github.oldbuffer.reports.gate;

import io.github.oldbuffer.reports.words.Count;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.List;

/** Whether as many scenarios were run as somebody asked for: finding nothing in a few says little. */
public final class TriesCheck {

    private TriesCheck() {}

    /** @param tries wanted for each clause */
    public static List<Objection> objections(Results results, int tries) {
        List<Objection> objections = new ArrayList<>();
        for (Run run : results.runs()) {
            long wanted = Math.multiplyExact((long) tries, run.clauses().size());
            if (run.scenarios() < wanted) {
                objections.add(new Objection(
                        Objection.Kind.FEWER,
                        run.implementation().id(),
                        Count.of(run.scenarios(), "scenario was run", "scenarios were run") + " where "
                                + Count.of(wanted, "was", "were") + " asked for"));
            }
        }
        return List.copyOf(objections);
    }
}
