package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Interruption;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.option.ConsumerOptions;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.option.SeedOption;
import io.github.oldbuffer.commandline.report.CallAnswer;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.commandline.report.SourceRoot;
import io.github.oldbuffer.consumers.CallJudge;
import io.github.oldbuffer.consumers.Judgement;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Searches a function that takes memory: its scenarios, and then contents that nobody imagined, for as long as it may.
 *
 * @param id of the function, {@code call:EXPRESSION}
 * @param stopOnNew whether the first finding that is not on file is the last
 */
record CallFuzz(Terminal terminal, String id, Duration time, boolean stopOnNew, KnownOption known, OutOption out) {

    private static final double NANOSECONDS = 1e9;

    int run() throws CommandException {
        Call call = call();
        KnownDeviations onFile = known.chosen().orElseGet(() -> CallCommand.onFile(call.expression()));
        LocalDate today = LocalDate.now();
        Report report = new Report(terminal, Report.prepared(out.folder()));
        Stopwatch stopwatch = Stopwatch.start();
        AtomicBoolean stopped = new AtomicBoolean();
        long seed = new SeedOption().chosen(terminal);
        terminal.err().println("seed " + seed);
        try (Caller caller = Caller.start(ConsumerOptions.setting(null, List.of()));
                Interruption interruption = Interruption.stops(() -> stopped.set(true))) {
            long begun = System.nanoTime();
            KnownDeviations applying = onFile.on(today);
            Judgement judged = new CallJudge(caller, seed, false, applying)
                    .search(
                            call,
                            (scenarios, found) -> !stopped.get()
                                    && System.nanoTime() - begun < time.toNanos()
                                    && !(stopOnNew && anyNew(found, applying)));
            double seconds = (System.nanoTime() - begun) / NANOSECONDS;
            return new CallAnswer(terminal, report, onFile, today, stopwatch, SourceRoot.ofGit())
                    .of(
                            judged,
                            new KitResults(seed, 1, false, List.of("fuzz"))
                                    .option("--duration", time.toSeconds() + "s")
                                    .option(KnownOption.NAME, known.given())
                                    .implementations(List.of(id)),
                            known.given(),
                            results -> tellSpeed(judged.run().scenarios(), seconds));
        } catch (CallException unusable) {
            throw CallCommand.failed(unusable);
        } catch (IOException broken) {
            throw CommandException.notJudged(String.valueOf(broken.getMessage()), broken);
        }
    }

    private Call call() throws CommandException {
        try {
            return Call.of(id, "");
        } catch (CallException misused) {
            throw CallCommand.failed(misused);
        }
    }

    private static boolean anyNew(Collection<Finding> found, KnownDeviations known) {
        return found.stream().anyMatch(finding -> known.find(finding).isEmpty());
    }

    private void tellSpeed(long scenarios, double seconds) {
        terminal.err()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %,d scenarios in %.0f s, %,.0f a second",
                        Printable.of(id),
                        scenarios,
                        seconds,
                        scenarios / seconds));
    }
}
