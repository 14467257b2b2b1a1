package io.github.oldbuffer.conformance.suite;

import io.github.oldbuffer.conformance.known.KnownDeviation;
import io.github.oldbuffer.conformance.known.KnownDeviations;
import io.github.oldbuffer.spec.implementation.Implementation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the suite on an implementation.
 *
 * <p>A property ends with its first failure. So that one fault does not hide another, properties that failed run again
 * with the same scenarios and with what they found excluded, until they pass.
 */
public final class SuiteRunner {

    /** A clause with more symptoms than this is wrong enough. */
    static final int ROUNDS = 20;

    private SuiteRunner() {}

    /**
     * Runs the suite; the same options, entries and answers of the implementation give an equal result.
     *
     * @param known entries that do not apply to the implementation are left aside
     */
    public static SuiteResult run(
            Implementation implementation, SuiteOptions options, KnownDeviations known, ProgressListener progress) {
        progress.begins(options.clauses().size(), options.tries());
        Findings findings = new Findings();
        List<KnownDeviation> stale = new ArrayList<>();
        Optional<String> broken = replay(implementation, options, known, findings, stale);
        Map<String, Execution> last = new LinkedHashMap<>();
        if (broken.isEmpty()) {
            broken = rounds(implementation, options, findings, progress, last);
        }
        List<ClauseOutcome> clauses = options.clauses().stream()
                .map(clause -> ClauseOutcome.of(
                        clause,
                        last.getOrDefault(clause, new Execution(clause, implementation, options, sighting -> true)),
                        findings.of(clause)))
                .toList();
        return new SuiteResult(implementation.identity(), options, clauses, stale, broken);
    }

    private static Optional<String> replay(
            Implementation implementation,
            SuiteOptions options,
            KnownDeviations known,
            Findings findings,
            List<KnownDeviation> stale) {
        try {
            for (KnownDeviation entry : known.of(implementation.identity()).entries()) {
                if (options.clauses().contains(entry.clause())) {
                    Replays.of(implementation, entry).ifPresentOrElse(findings::add, () -> stale.add(entry));
                }
            }
            return Optional.empty();
        } catch (BrokenImplementationException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<String> rounds(
            Implementation implementation,
            SuiteOptions options,
            Findings findings,
            ProgressListener progress,
            Map<String, Execution> last) {
        PropertyLauncher launcher = new PropertyLauncher();
        List<String> open = options.clauses();
        for (int round = 1; round <= ROUNDS && !open.isEmpty(); round++) {
            RoundTrial trial = new RoundTrial(
                    implementation, options, findings, round == 1 ? progress : new SettledOnly(progress));
            launcher.run(open, trial);
            last.putAll(trial.executions());
            if (trial.broken().isPresent()) {
                return trial.broken().map(Throwable::getMessage);
            }
            open = open.stream()
                    .filter(clause -> last.get(clause).found().isPresent())
                    .toList();
        }
        open.forEach(progress::settled);
        return Optional.empty();
    }

    /** Tells of clauses that are settled, and of no tries: they are repeated ones. */
    private record SettledOnly(ProgressListener progress) implements ProgressListener {
        @Override
        public void settled(String clause) {
            progress.settled(clause);
        }
    }
}
