package io.github.oldbuffer.commandline;

import io.github.oldbuffer.commandline.journal.JournalException;
import io.github.oldbuffer.commandline.journal.JournalFile;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.Beyond;
import io.github.oldbuffer.suite.RunJournal;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.SuiteRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries a plan out, from its beginning or from where its journal ends.
 *
 * @param folder prepared already
 */
record RunSession(
        Terminal terminal, Implementations implementations, RunPlan plan, JournalFile journal, ReportFolder folder) {

    /** Judges, writes the report and prints the result; returns the exit status. */
    int run() throws CommandException {
        terminal.err().println("seed " + plan.options().seed());
        Witnesses witnesses = new Witnesses();
        List<Run> runs = new ArrayList<>();
        int status = ExitStatus.CONFORMS;
        for (String id : plan.header().implementations()) {
            try (Implementation implementation = implementations.open(id);
                    ModelAnswers model = ModelAnswers.from(implementations)) {
                Stopwatch stopwatch = Stopwatch.start();
                SuiteResult result = judge(implementation);
                Beyond beyond = Explored.beyond(implementation, result);
                Run run = run(id, result, witnesses, model);
                runs.add(Explored.added(run, result, beyond, model.identity(), witnesses)
                        .with(stopwatch.measured()));
                if (result.broken().isPresent()) {
                    terminal.err().println(result.broken().get());
                    status = ExitStatus.worse(status, ExitStatus.NOT_JUDGED);
                }
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
        Results results = plan.results(runs);
        write(results, witnesses);
        end();
        print(results, plan.out(), terminal);
        for (Run run : runs) {
            status = ExitStatus.worse(status, status(run));
        }
        return status;
    }

    private Run run(String id, SuiteResult result, Witnesses witnesses, ModelAnswers answers) throws CommandException {
        if (!Programs.areFor(id)) {
            return RunOf.suite(result, witnesses, answers::of, Beside.NOTHING);
        }
        try (Implementation model = implementations.open(Implementations.MODEL)) {
            return RunOf.suite(result, witnesses, answers::of, Programs.ofImplementation(id, model));
        } catch (UnavailableException gone) {
            throw CommandException.notJudged(gone.getMessage(), gone);
        }
    }

    private SuiteResult judge(Implementation implementation) throws CommandException {
        RunJournal part = part(implementation);
        plan.expired(implementation.identity()).stream().map(Printable::of).forEach(terminal.err()::println);
        try (RunProgress progress = RunProgress.of(implementation.identity(), terminal)) {
            return SuiteRunner.run(
                    implementation, plan.options(), plan.known(implementation.identity()), progress.listener(), part);
        }
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

    static void print(Results results, Path out, Terminal terminal) {
        Paint paint = new Paint(terminal.colour());
        ResultTable.lines(results, paint).forEach(terminal.out()::println);
        FindingLines.of(results, out, paint).forEach(terminal.out()::println);
        terminal.out().println();
        terminal.out().println(Answer.of(results));
    }

    private void write(Results results, Witnesses witnesses) throws CommandException {
        try {
            folder.write(results, witnesses);
        } catch (IOException unwritten) {
            throw CommandException.notJudged(unwritten.getMessage(), unwritten);
        }
    }

    static int status(Run run) {
        Tally tally = Tally.of(run);
        return tally.conforms() ? ExitStatus.CONFORMS : tally.deviates() ? ExitStatus.DEVIATES : ExitStatus.NOT_JUDGED;
    }
}
