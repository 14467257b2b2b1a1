package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Interruption;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.journal.JournalException;
import io.github.oldbuffer.commandline.journal.ScanJournal;
import io.github.oldbuffer.commandline.option.WriteKnownOption;
import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.commandline.print.ScanLines;
import io.github.oldbuffer.commandline.print.ScanProgress;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.commandline.report.SourceRoot;
import io.github.oldbuffer.commandline.report.Sources;
import io.github.oldbuffer.consumers.Judgement;
import io.github.oldbuffer.consumers.scan.Scan;
import io.github.oldbuffer.consumers.scan.ScanMemory;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.reports.folder.WholeFile;
import io.github.oldbuffer.reports.markdown.ScanPage;
import io.github.oldbuffer.reports.words.ShellWord;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.KitCommand;
import io.github.oldbuffer.spec.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Carries a scan out, from its beginning or from where its journal ends. */
record ScanSession(
        Terminal terminal,
        ScanPlan plan,
        WorkerSetting setting,
        WriteKnownOption writeKnown,
        SourceRoot root,
        BooleanSupplier timeIsUp) {

    /** Prints the calls that take memory; returns the exit status. */
    int list() throws CommandException, JournalException {
        Found found = found(targets -> ScanMemory.NONE, false);
        found.result().calls().forEach(call -> terminal.out().println(Printable.of(call.expression())));
        return found.status();
    }

    /** Judges, writes the report and prints the result; returns the exit status. */
    int judge(ScanJournal journal, Report report) throws CommandException, JournalException {
        Stopwatch stopwatch = Stopwatch.start();
        try (Interruption interruption = Interruption.says(() -> sayHowToGoOn(journal))) {
            Found found = found(
                    targets -> {
                        journal.targets(targets);
                        return journal;
                    },
                    true);
            int status = report(found, stopwatch, report);
            journal.problem().ifPresent(terminal.err()::println);
            journal.delete();
            return status;
        } catch (CommandException failed) {
            if (journal.isEmpty()) {
                // there is nothing to go on with
                journal.delete();
            }
            throw failed;
        }
    }

    private void sayHowToGoOn(ScanJournal journal) {
        journal.stop();
        terminal.err()
                .println("interrupted; " + KitCommand.NAME + " scan --resume "
                        + ShellWord.of(plan.out().toString()) + " goes on");
    }

    /** What a scan has kept, once it is known what there is to look at. */
    @FunctionalInterface
    private interface Remembering {
        ScanMemory of(Scan.Targets targets) throws JournalException;
    }

    private record Found(Scan.Result result, Map<String, String> leftOut, List<String> missing) {

        /** Of those that were named not everything was judged. */
        int status() {
            return missing.isEmpty() && !leftOut.containsValue(Scan.TIME_IS_UP)
                    ? ExitStatus.CONFORMS
                    : ExitStatus.NOT_JUDGED;
        }
    }

    private Found found(Remembering remembering, boolean judged) throws CommandException, JournalException {
        terminal.err().println("seed " + plan.header().seed());
        try (ScanProgress progress = new ScanProgress(terminal)) {
            Scan scan = new Scan(
                    setting,
                    plan.header().seed(),
                    plan.known(),
                    plan.wanted(),
                    Math.max(1, Runtime.getRuntime().availableProcessors()),
                    timeIsUp,
                    progress::looked);
            Scan.Targets targets = scan.targets(plan.header().names());
            Scan.Result result = scan.look(plan.part(targets.targets()), judged, remembering.of(targets));
            Map<String, String> leftOut = new TreeMap<>(targets.leftOut());
            leftOut.putAll(result.leftOut());
            progress.close();
            leftOut.forEach((name, why) -> terminal.err().println(Printable.of("left out: " + name + ": " + why)));
            return new Found(result, leftOut, targets.missing());
        } catch (CallException unusable) {
            throw CallCommand.failed(unusable);
        } catch (IOException broken) {
            throw CommandException.notJudged(String.valueOf(broken.getMessage()), broken);
        }
    }

    private int report(Found found, Stopwatch stopwatch, Report report) throws CommandException {
        List<Run> runs = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Judgement judged : found.result().judgements()) {
            notes.addAll(judged.remarks());
            runs.add(judged.run().withMeasured(stopwatch.measured()));
        }
        notes.forEach(note -> terminal.err().println("note: " + Printable.of(note)));
        if (runs.isEmpty()) {
            throw CommandException.notJudged("no function that takes memory was found", null);
        }
        Results results = report.write(plan.results()
                .about(runs)
                .withSources(Sources.ofKnown(plan.header().known(), root)));
        writeKnown.write(results, plan.known(), terminal);
        page(new ScanPage(results, statements(), notes, found.leftOut()));
        ScanLines.of(results, plan.out(), new Paint(terminal.colour())).forEach(terminal.out()::println);
        return results.runs().stream().mapToInt(ExitStatus::of).reduce(found.status(), ExitStatus::worse);
    }

    private void page(ScanPage page) throws CommandException {
        try {
            WholeFile.write(plan.out().resolve(ScanPage.FILE), page.text());
        } catch (IOException unwritten) {
            throw CommandException.notJudged(
                    ScanPage.FILE + " cannot be written: " + unwritten.getMessage(), unwritten);
        }
    }

    private static Map<String, String> statements() {
        return Clauses.ofConsumers().stream().collect(Collectors.toMap(Clause::id, Clause::statement));
    }
}
