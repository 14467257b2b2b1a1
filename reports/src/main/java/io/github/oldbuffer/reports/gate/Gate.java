package io.github.oldbuffer.reports.gate;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Decides whether results may pass. It reads findings and verdicts, not the word {@code conforms} that somebody wrote
 * above them, and says nothing of entries on file that the run did not replay.
 */
public final class Gate {

    private Gate() {}

    /** Every objection, run by run; none where the results may pass. */
    public static List<Objection> objections(Results results) {
        return objections(results, (implementation, finding) -> Optional.empty(), stale -> Optional.empty());
    }

    /**
     * The same, with something to add about findings that are not known.
     *
     * @param remark such as why an entry on file does not count, in words that go on a sentence
     * @param ofStale the same about entries that deviate no more
     */
    public static List<Objection> objections(
            Results results,
            BiFunction<Identity, Finding, Optional<String>> remark,
            Function<Replayed, Optional<String>> ofStale) {
        List<Objection> objections = new ArrayList<>();
        for (Run run : results.runs()) {
            run.findings().stream()
                    .filter(run::counts)
                    .forEach(finding ->
                            about(finding, run.implementation(), remark).ifPresent(objections::add));
            for (ClauseResult clause : run.clauses()) {
                if (clause.verdict() == ClauseResult.Verdict.NOT_EXERCISED && !clause.reference()) {
                    objections.add(new Objection(
                            Objection.Kind.NOT_EXERCISED,
                            run.implementation().id(),
                            clause.id() + ": it was not exercised"
                                    + (clause.why() == null ? "" : "; " + clause.why())));
                }
            }
            if (run.clauses().isEmpty() && run.scenarios() == 0) {
                objections.add(new Objection(
                        Objection.Kind.NOT_EXERCISED, run.implementation().id(), "nothing was judged"));
            }
            if (run.broken() != null) {
                objections.add(new Objection(
                        Objection.Kind.NOT_JUDGED_IN_FULL,
                        run.implementation().id(),
                        "it was not judged in full: " + run.broken()));
            }
            for (Replayed stale : run.stale()) {
                objections.add(new Objection(
                        Objection.Kind.STALE,
                        run.implementation().id(),
                        stale.words() + " is on file and deviates no more"
                                + ofStale.apply(stale)
                                        .map(words -> "; " + words)
                                        .orElse("")));
            }
        }
        return List.copyOf(objections);
    }

    private static Optional<Objection> about(
            Finding finding, Identity implementation, BiFunction<Identity, Finding, Optional<String>> remark) {
        String name = finding.heading() + ": " + finding.symptom();
        if (!finding.known()) {
            String more = remark.apply(implementation, finding)
                    .map(words -> "; " + words)
                    .orElse("");
            return Optional.of(new Objection(kind(finding), implementation.id(), name + " is new" + more));
        }
        return finding.filed().reason().isBlank()
                ? Optional.of(new Objection(
                        Objection.Kind.NO_REASON, implementation.id(), name + " is on file without a reason"))
                : Optional.empty();
    }

    private static Objection.Kind kind(Finding finding) {
        return switch (finding.kind()) {
            case VIOLATION -> Objection.Kind.DEVIATION;
            case DIFFERENCE -> Objection.Kind.DIFFERENCE;
            case DEATH -> Objection.Kind.DEATH;
        };
    }
}
