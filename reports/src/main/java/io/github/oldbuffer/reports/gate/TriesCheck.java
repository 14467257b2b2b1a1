package io.github.oldbuffer.reports.gate;

import io.github.oldbuffer.reports.words.Count;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether as many scenarios were run as somebody asked for: finding nothing in a few says little. */
public final class TriesCheck {

    private TriesCheck() {}

    /** Commands that draw scenarios for each clause; what others ask does not go by a number. */
    private static final Set<String> DRAWING = Set.of("run", "port", "diff");

    /**
     * As many as the command that made the results was asked for; none where it was asked for no number, as {@code object}
     * and {@code sweep} are not, and where results that say no command, such as merged ones, have the number of these.
     */
    public static List<Objection> objections(Results results) {
        int tries = results.kit().tries();
        List<String> command =
                results.command() == null ? List.of() : results.command().words();
        boolean asked = command.isEmpty() ? tries > 1 : DRAWING.contains(command.get(0));
        return asked ? objections(results, tries) : List.of();
    }

    /**
     * As many as somebody wants. What was not run since a call of it had killed the process often enough was asked for, and
     * its death is a finding.
     *
     * @param tries wanted for each clause
     */
    public static List<Objection> objections(Results results, int tries) {
        List<Objection> objections = new ArrayList<>();
        for (Run run : results.runs()) {
            long wanted = Math.multiplyExact((long) tries, run.clauses().size());
            long drawn = run.scenarios() + (run.leftOut() == null ? 0 : run.leftOut());
            if (drawn < wanted) {
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
