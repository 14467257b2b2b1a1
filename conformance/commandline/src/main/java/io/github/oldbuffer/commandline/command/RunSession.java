package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Interruption;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.journal.JournalException;
import io.github.oldbuffer.commandline.journal.JournalFile;
import io.github.oldbuffer.commandline.option.WriteKnownOption;
import io.github.oldbuffer.commandline.print.RunProgress;
import io.github.oldbuffer.commandline.report.KnownRemarks;
import io.github.oldbuffer.commandline.report.ModelAnswers;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.words.ShellWord;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.KitCommand;
import io.github.oldbuffer.suite.RunJournal;
import io.github.oldbuffer.suite.SuiteRunner;
import io.github.oldbuffer.suite.search.Explored;
import io.github.oldbuffer.suite.search.Judged;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries a plan out, from its beginning or from where its journal ends.
 *
 * @param folder prepared already
 * @param writeKnown where a file of known deviations is wanted
 */
public record RunSession(
        Terminal terminal,
        Implementations implementations,
        RunPlan plan,
        JournalFile journal,
        ReportFolder folder,
        WriteKnownOption writeKnown) {

    /** Judges, writes the report and prints the result; returns the exit status. */
    public int run() throws CommandException {
        terminal.err().println("seed " + plan.options().seed());
        try (Interruption interruption = Interruption.says(this::sayHowToGoOn)) {
            return judge();
        }
    }

    private void sayHowToGoOn() {
        terminal.err()
                .println("interrupted; " + KitCommand.NAME + " run --resume "
                        + ShellWord.of(plan.out().toString()) + " goes on");
    }

    private int judge() throws CommandException {
        Report report = new Report(terminal, folder);
        List<Run> runs = new ArrayList<>();
        int status = ExitStatus.CONFORMS;
        for (String id : plan.header().implementations()) {
            try (Implementation implementation = implementations.open(id);
                    ModelAnswers model = ModelAnswers.from(implementations)) {
                Stopwatch stopwatch = Stopwatch.start();
                Explored explored = judge(implementation);
                status = ExitStatus.worse(status, remarks(explored.run()));
                status = ExitStatus.worse(status, report.remarks(explored));
                runs.add(model.evidence(id).of(explored.run()).withMeasured(stopwatch.measured()));
            } catch (CommandException unavailable) {
                if (unavailable.status() == ExitStatus.USAGE) {
                    // it cannot go on where the journal ends
                    throw unavailable;
                }
                terminal.err().println(unavailable.getMessage());
                // nobody asked for this one by name where no id was given
                status = plan.header().named() ? ExitStatus.worse(status, unavailable.status()) : status;
            }
        }
        if (runs.isEmpty()) {
            end();
            throw CommandException.notJudged("nothing was judged: no implementation could be started", null);
        }
        Results results = report.write(plan.results(runs));
        end();
        writeKnown.write(results, plan.filedForAll(runs), terminal);
        report.print(results);
        if (!plan.header().named()
                && runs.stream().allMatch(run -> run.implementation().id().equals(Implementations.MODEL))) {
            terminal.err()
                    .println("only the model was judged, which says nothing about any Python; -i names what is meant");
            status = ExitStatus.worse(status, ExitStatus.NOT_JUDGED);
        }
        for (Run run : runs) {
            status = ExitStatus.worse(status, ExitStatus.of(run));
        }
        return status;
    }

    private Explored judge(Implementation implementation) throws CommandException {
        RunJournal part = part(implementation);
        try (RunProgress progress = RunProgress.of(implementation.identity(), terminal)) {
            return SuiteRunner.run(
                            implementation,
                            plan.options(),
                            plan.known(implementation.identity()),
                            progress.listener(),
                            part)
                    .andReplays(Judged.byEveryClause(implementation), plan.lapsed(implementation.identity()))
                    .andElsewhere(
                            Judged.byEveryClause(implementation),
                            plan.filed(implementation.identity()).ofOtherVersions(implementation.identity()));
        }
    }

    private int remarks(Run run) {
        return new KnownRemarks(plan.filed(run.implementation()), plan.day()).say(run, terminal);
    }

    private RunJournal part(Implementation implementation) throws CommandException {
        try {
            return journal.of(implementation.identity());
        } catch (JournalException changed) {
            throw CommandException.usage(changed.getMessage(), changed);
        }
    }

    /** The run is complete, so there is nothing to go on with. */
    private void end() throws CommandException {
        journal.problem().ifPresent(terminal.err()::println);
        try {
            journal.delete();
        } catch (JournalException left) {
            throw CommandException.notJudged(left.getMessage(), left);
        }
    }
}
