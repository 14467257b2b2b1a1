package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.Replays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Results held against another file of known deviations than the run that made them was. */
public final class RefiledRun {

    private RefiledRun() {}

    /**
     * The same findings, known by this file alone.
     *
     * @param today the day of the decision
     */
    public static Results refiled(Results results, KnownDeviations known, LocalDate today) {
        return results.withRuns(results.runs().stream()
                .map(run -> refiled(run, known.of(run.implementation(), levels(run)), today))
                .toList());
    }

    /** The word of a clause's level: as the run has it, and where it says nothing as this kit has it. */
    public static UnaryOperator<String> levels(Run run) {
        return id -> run.clause(id)
                .map(clause -> clause.level())
                .or(() -> Clauses.find(id).map(found -> found.level().word()))
                .orElse("");
    }

    /** What became of an entry's witness in a run; empty where the run did not replay it. */
    public static Optional<Boolean> stale(KnownDeviation entry, Run run) {
        String digest = Replays.digest(entry.witness());
        return run.replayed().stream()
                .filter(replayed -> replayed.function().equals(entry.function())
                        && Optional.ofNullable(replayed.clause()).equals(entry.clause())
                        && replayed.symptoms().stream().anyMatch(entry.symptoms()::contains)
                        && (replayed.witness().isEmpty() || replayed.witness().equals(digest)))
                .map(Replayed::stale)
                .findFirst();
    }

    /** What CPython does as well is held against no port, whatever the file says; a run of a port files it by itself. */
    private static Filed shared(Run run, Finding finding) {
        boolean port = run.implementation().id().startsWith("port:");
        return port && finding.known() && finding.filed().reason().startsWith(KnownDeviations.SHARED)
                ? finding.filed()
                : null;
    }

    private static Run refiled(Run run, KnownDeviations applying, LocalDate today) {
        // as in a run: an entry that is stale excuses nothing
        KnownDeviations counting = new KnownDeviations(applying.on(today).entries().stream()
                .filter(entry -> !stale(entry, run).orElse(false))
                .toList());
        List<Finding> findings = run.findings().stream()
                .map(finding -> finding.withFiled(
                        counting.find(finding).map(KnownDeviation::filed).orElseGet(() -> shared(run, finding))))
                .toList();
        List<Replayed> replayed = new ArrayList<>();
        for (KnownDeviation entry : applying.entries()) {
            stale(entry, run)
                    .ifPresent(stale -> replayed.add(new Replayed(
                            entry.function(),
                            entry.clause().orElse(null),
                            entry.symptoms(),
                            Replays.digest(entry.witness()),
                            stale)));
        }
        return run.withFindings(findings).withReplayed(replayed);
    }
}
