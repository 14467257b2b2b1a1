package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.suite.SmallestWitness;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.sweep.Shard;
import io.github.oldbuffer.suite.sweep.Sweep;
import io.github.oldbuffer.suite.sweep.SweepRunner;
import io.github.oldbuffer.suite.sweep.SweepTally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Carries a sweep out, and reports what it found; where it is interrupted, what it found so far.
 *
 * @param known as given on the command line, or {@code null}
 * @param onFile what it stands for; empty for what the kit has
 * @param folder prepared already
 */
record SweepSession(
        Terminal terminal,
        Implementations implementations,
        String id,
        Sweep sweep,
        Shard part,
        String known,
        Optional<KnownDeviations> onFile,
        ReportFolder folder,
        Path out) {

    /** Sweeps, writes the report and prints the result; returns the exit status. */
    int run() throws CommandException {
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
        try (Interruption interruption = Interruption.stops(progress::stop)) {
            SweepTally tally;
            try (progress) {
                tally = SweepRunner.run(sweep, part, workers, progress);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Witnesses witnesses = new Witnesses();
            Run run = run(workers.get(0), tally, size, witnesses).with(stopwatch.measured());
            write(run, witnesses);
            terminal.err()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d scenarios in %.1f s, %,.0f a second",
                            tally.scenarios(),
                            seconds,
                            tally.scenarios() / seconds));
            return tally.scenarios() < size
                    ? ExitStatus.worse(RunSession.status(run), ExitStatus.NOT_JUDGED)
                    : RunSession.status(run);
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

    private Run run(Implementation worker, SweepTally tally, long size, Witnesses witnesses) throws CommandException {
        List<String> missing = List.of();
        if (tally.scenarios() < size) {
            String sofar =
                    String.format(Locale.ROOT, "interrupted after %,d of %,d scenarios", tally.scenarios(), size);
            terminal.err().println(sofar);
            missing = List.of("the rest of a sweep that was " + sofar);
        }
        Identity identity = worker.identity();
        KnownDeviations entries = onFile.orElseGet(
                        () -> KnownDeviations.builtIn(identity).and(KnownDeviations.beyondTheContract(identity)))
                .of(identity)
                .on(LocalDate.now());
        RunOfSweep runs = new RunOfSweep(identity, entries, missing, new SmallestWitness(worker)::of);
        try (ModelAnswers model = ModelAnswers.from(implementations)) {
            if (!Programs.areFor(id)) {
                return runs.of(tally, result -> RunOf.suite(result, witnesses, model::of, Beside.NOTHING));
            }
            try (Implementation right = implementations.open(Implementations.MODEL)) {
                Beside programs = Programs.ofImplementation(id, right);
                return runs.of(tally, (SuiteResult result) -> RunOf.suite(result, witnesses, model::of, programs));
            } catch (UnavailableException gone) {
                throw CommandException.notJudged(gone.getMessage(), gone);
            }
        }
    }

    private void write(Run run, Witnesses witnesses) throws CommandException {
        Results results = KitResults.of("sweep", "-i", id, "--bound", String.valueOf(sweep.bound()))
                .option("--shard", part.of() == 1 ? null : part.index() + "/" + part.of())
                .option("--known", known)
                .about(List.of(run));
        try {
            folder.write(results, witnesses);
        } catch (IOException unwritten) {
            throw CommandException.notJudged(unwritten.getMessage(), unwritten);
        }
        RunSession.print(results, out, terminal);
    }
}
