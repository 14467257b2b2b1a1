package io.github.oldbuffer.reports.gate;

import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.words.Finding;
import io.github.oldbuffer.spec.clause.Level;
import io.github.oldbuffer.spec.implementation.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Decides whether results may pass. It reads findings, not the word {@code conforms} that somebody wrote above them. */
public final class Gate {

    private final BiFunction<Identity, Finding, Optional<String>> remark;
    private final List<Objection> objections = new ArrayList<>();

    private Gate(BiFunction<Identity, Finding, Optional<String>> remark) {
        this.remark = remark;
    }

    /** Every objection, run by run; none where the results may pass. */
    public static List<Objection> objections(Results results) {
        return objections(results, (implementation, finding) -> Optional.empty());
    }

    /**
     * The same, with something to add about findings that are not known.
     *
     * @param remark such as why an entry on file does not count, in words that go on a sentence
     */
    public static List<Objection> objections(Results results, BiFunction<Identity, Finding, Optional<String>> remark) {
        Gate gate = new Gate(remark);
        results.runs().forEach(gate::judge);
        return List.copyOf(gate.objections);
    }

    private void judge(Run run) {
        Identity implementation = run.implementation();
        for (Finding finding : Finding.in(run)) {
            // nobody promises what is of level reference; but nothing may die
            if (!finding.known() && (finding.death() || !reference(finding.level()))) {
                object(
                        finding.death() ? Objection.Kind.DEATH : Objection.Kind.DEVIATION,
                        implementation,
                        finding.clause() + ": " + finding.symptom() + " is new"
                                + remark.apply(implementation, finding)
                                        .map(more -> "; " + more)
                                        .orElse(""));
            }
        }
        for (Run.ClauseResult clause : run.clauses()) {
            if (clause.verdict() == Run.Overall.NOT_EXERCISED && !reference(clause.level())) {
                String why = clause.missing().isEmpty() ? "" : "; missing: " + String.join(", ", clause.missing());
                object(Objection.Kind.NOT_EXERCISED, implementation, clause.id() + ": it was not exercised" + why);
            }
        }
        for (Run.Difference difference : run.differences()) {
            object(Objection.Kind.DIFFERENCE, implementation, "it differs: " + difference.symptom());
        }
        for (Run.Stale stale : run.stale()) {
            object(
                    Objection.Kind.STALE,
                    implementation,
                    stale.clause() + ": " + stale.symptom() + " is on file and deviates no more");
        }
    }

    private void object(Objection.Kind kind, Identity implementation, String sentence) {
        objections.add(new Objection(kind, implementation.id(), sentence));
    }

    private static boolean reference(String level) {
        return level.equals(Level.REFERENCE.word());
    }
}
