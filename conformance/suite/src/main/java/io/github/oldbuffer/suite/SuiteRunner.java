package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
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

    /** Runs the suite and keeps no journal. */
    public static SuiteResult run(
            Implementation implementation, SuiteOptions options, KnownDeviations known, ProgressListener progress) {
        return run(implementation, options, known, progress, RunJournal.NONE);
    }

    /**
     * Runs the suite; the same options, entries and answers of the implementation give an equal result.
     *
     * @param known entries that do not apply to the implementation are left aside
     * @param journal of this run with these options and entries; what it remembers is not run again
     */
    public static SuiteResult run(
            Implementation implementation,
            SuiteOptions options,
            KnownDeviations known,
            ProgressListener progress,
            RunJournal journal) {
        progress.begins(options.clauses().size(), options.tries());
        Findings findings = new Findings();
        List<KnownDeviation> stale = new ArrayList<>();
        Optional<String> broken = replay(implementation, options, known, findings, stale);
        Map<String, ExecutionEnd> last = new LinkedHashMap<>();
        if (broken.isEmpty()) {
            broken = rounds(implementation, options, findings, progress, journal, last);
        }
        List<ClauseOutcome> clauses = options.clauses().stream()
                .map(clause -> ClauseOutcome.of(
                        last.getOrDefault(clause, neverRun(clause, implementation, options)), findings.of(clause)))
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
                    Replays.Replayed replayed = Replays.of(implementation, entry);
                    replayed.found().ifPresent(findings::add);
                    if (replayed.stale()) {
                        stale.add(entry);
                    }
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
            RunJournal journal,
            Map<String, ExecutionEnd> last) {
        PropertyLauncher launcher = new PropertyLauncher();
        List<String> open = options.clauses();
        for (int round = 1; round <= ROUNDS && !open.isEmpty(); round++) {
            ProgressListener listener = round == 1 ? progress : new SettledOnly(progress);
            List<String> remembered = remember(journal.past(round), findings, listener, last);
            int number = round;
            RoundTrial trial = new RoundTrial(
                    implementation,
                    options,
                    findings,
                    listener,
                    ended -> journal.add(new RunJournal.Entry(number, ended.end(), ended.found())));
            launcher.run(
                    open.stream().filter(clause -> !remembered.contains(clause)).toList(), trial);
            last.putAll(trial.ends());
            if (trial.broken().isPresent()) {
                return trial.broken().map(Throwable::getMessage);
            }
            open = open.stream().filter(clause -> last.get(clause).failed()).toList();
        }
        open.forEach(progress::settled);
        return Optional.empty();
    }

    /** Takes the journal's word for properties that ended in an earlier part of the run; returns their clauses. */
    private static List<String> remember(
            List<RunJournal.Entry> past, Findings findings, ProgressListener progress, Map<String, ExecutionEnd> last) {
        for (RunJournal.Entry entry : past) {
            entry.found().forEach(findings::add);
            last.put(entry.end().clause(), entry.end());
            progress.remembered(entry.end().clause(), entry.end().ran());
        }
        return past.stream().map(entry -> entry.end().clause()).toList();
    }

    private static ExecutionEnd neverRun(String clause, Implementation implementation, SuiteOptions options) {
        return new Execution(clause, implementation, options, sighting -> true).end();
    }

    /** Tells of clauses that are settled, and of no tries: they are repeated ones. */
    private record SettledOnly(ProgressListener progress) implements ProgressListener {
        @Override
        public void settled(String clause) {
            progress.settled(clause);
        }
    }
}
