package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.folder.Difference;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Coverage;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.Beyond;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.coverage.Covered;
import io.github.oldbuffer.suite.sweep.SweptSpace;
import java.util.List;
import java.util.Optional;

/** Adds to a run which part of the space of scenarios it came by, and how it ended where no clause speaks of a call. */
final class Explored {

    private Explored() {}

    /** What goes beyond the clauses; nothing of it where the user asked for some of the clauses alone. */
    static Beyond beyond(Implementation implementation, SuiteResult result) {
        boolean everything = result.clauses().size() == Clauses.all().size();
        return everything && result.broken().isEmpty() ? Beyond.run(implementation, result.options()) : Beyond.NOTHING;
    }

    /**
     * Adds to a run what it came by; a death where no clause binds is told there, and stands against nobody.
     *
     * @param model which lived through it; empty where there is none
     * @param witnesses gets the witness of every such death
     */
    static Run added(Run run, SuiteResult result, Beyond beyond, Optional<Identity> model, Witnesses witnesses) {
        List<Coverage.Death> deaths = beyond.deaths().stream()
                .map(death -> new Coverage.Death(
                        death.symptom(),
                        witnesses.add(new Difference(
                                run.implementation(),
                                model.orElse(run.implementation()),
                                death.symptom(),
                                death.symptom() + "; no clause speaks of such a call",
                                death.witness()))))
                .toList();
        Covered covered = result.covered().and(beyond.covered());
        return run.with(CoverageOf.of(SweptSpace.possible(), covered, beyond.scenarios(), deaths));
    }
}
