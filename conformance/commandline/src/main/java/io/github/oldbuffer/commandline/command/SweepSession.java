package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Interruption;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.print.SweepProgress;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.ModelAnswers;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.commandline.report.SourceRoot;
import io.github.oldbuffer.commandline.report.Sources;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.results.Evidence.Swept;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.reduce.Reductions;
import io.github.oldbuffer.suite.search.Explored;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Replays;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Verdicts;
import io.github.oldbuffer.suite.sweep.Shard;
import io.github.oldbuffer.suite.sweep.Sweep;
import io.github.oldbuffer.suite.sweep.SweepRunner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Carries a sweep out, and reports what it found; where it is interrupted, what it found so far.
 *
 * @param known as given on the command line, or {@code null}
 * @param onFile what it stands for; empty for what the kit has
 * @param folder prepared already
 */
public record SweepSession(
        Terminal terminal,
        Implementations implementations,
        String id,
        Sweep sweep,
        Shard part,
        String known,
        Optional<KnownDeviations> onFile,
        ReportFolder folder) {

    /** Sweeps, writes the report and prints the result; returns the exit status. */
    public int run() throws CommandException {
        List<Implementation> workers = new ArrayList<>();
        try {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                workers.add(implementations.open(id));
            }
            return sweep(workers);
        } finally {
            workers.forEach(Implementation::close);
        }
    }

    private int sweep(List<Implementation> workers) throws CommandException {
        long size = sweep.size(part);
        terminal.err().println(announced(size));
        Stopwatch stopwatch = Stopwatch.start();
        long began = System.nanoTime();
        SweepProgress progress = SweepProgress.of(workers.get(0).identity(), size, terminal);
        Report report = new Report(terminal, folder);
        try (Interruption interruption = Interruption.stops(progress::stop)) {
            Tally tally;
            try (progress) {
                tally = SweepRunner.run(sweep, part, workers, progress);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            boolean whole = !progress.stopped();
            Explored explored = explored(workers.get(0), tally, size, whole);
            Run run = explored.run().withMeasured(stopwatch.measured());
            report.print(report.write(results(run)));
            terminal.err()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d scenarios in %.1f s, %,.0f a second",
                            tally.scenarios(),
                            seconds,
                            tally.scenarios() / seconds));
            int status = ExitStatus.worse(ExitStatus.of(run), report.remarks(explored));
            return whole ? status : ExitStatus.worse(status, ExitStatus.NOT_JUDGED);
        }
    }

    /** How large the bound is, and how it grows. */
    private String announced(long size) {
        long whole = part.of() == 1 ? size : sweep.size();
        String text = String.format(Locale.ROOT, "bound %d: %,d scenarios", sweep.bound(), whole);
        if (sweep.bound() > 1) {
            long below = Sweep.of(sweep.bound() - 1).size();
            text += String.format(
                    Locale.ROOT, ", %.1f times the %,d of bound %d", (double) whole / below, below, sweep.bound() - 1);
        }
        return part.of() == 1
                ? text
                : text + String.format(Locale.ROOT, "; shard %d/%d has %,d of them", part.index(), part.of(), size);
    }

    /** Clauses of which no scenario says anything are left out: a sweep with a small bound has none for them. */
    private Explored explored(Implementation worker, Tally tally, long size, boolean whole) throws CommandException {
        Identity identity = worker.identity();
        KnownDeviations entries = onFile.orElseGet(
                        () -> KnownDeviations.builtIn(identity).and(KnownDeviations.beyondTheContract(identity)))
                .of(identity)
                .on(LocalDate.now());
        List<String> clauses = Clauses.all().stream()
                .map(Clause::id)
                .filter(tally.clauses()::contains)
                .toList();
        if (!whole) {
            String soFar =
                    String.format(Locale.ROOT, "interrupted after %,d of %,d scenarios", tally.scenarios(), size);
            terminal.err().println(soFar);
            clauses.forEach(clause -> tally.missing(clause, "the sweep was " + soFar));
        }
        Explored explored = Explored.of(Judged.byEveryClause(worker), tally, entries, Replays.NOTHING);
        List<Finding> findings = explored.run().findings();
        explored = explored.with(Verdicts.of(clauses, tally, findings), null);
        try (ModelAnswers model = ModelAnswers.from(implementations)) {
            Run told = model.evidence(id).of(explored.run());
            return new Explored(withSwept(told, tally), explored.lost());
        }
    }

    /** Shards that are merged keep the witness that the whole sweep would have kept. */
    private static Run withSwept(Run run, Tally tally) {
        Map<Finding.Key, Scenario> smallest = tally.findings().stream()
                .collect(Collectors.toMap(
                        Finding::key,
                        finding -> finding.shown().scenario(),
                        (one, other) -> Reductions.size(other) < Reductions.size(one) ? other : one));
        return run.withFindings(run.findings().stream()
                .map(finding -> {
                    Scenario swept = smallest.get(finding.key());
                    return finding.withEvidence(finding.evidence()
                            .withSwept(new Swept(Reductions.size(swept), ScenarioJson.toTree(swept))));
                })
                .toList());
    }

    private Results results(Run run) {
        return KitResults.of("sweep", "-i", id, "--bound", String.valueOf(sweep.bound()))
                .option("--shard", part.of() == 1 ? null : part.index() + "/" + part.of())
                .option("--known", known)
                .about(List.of(run))
                .withSources(Sources.ofKnown(known, SourceRoot.ofGit()));
    }
}
