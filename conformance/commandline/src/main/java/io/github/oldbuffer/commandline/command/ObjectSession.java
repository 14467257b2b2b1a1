package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.ModelAnswers;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Told;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.objects.Applicable;
import io.github.oldbuffer.suite.objects.Asked;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Explored;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Replays;
import io.github.oldbuffer.suite.search.Search;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Transcripts;
import io.github.oldbuffer.suite.search.Verdicts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks implementations about an object, and reports what was found.
 *
 * @param known as given on the command line, or {@code null}
 * @param onFile what it stands for; empty for what the kit has
 * @param folder prepared already
 */
public record ObjectSession(
        Terminal terminal,
        Implementations implementations,
        List<String> ids,
        PythonExpression object,
        String known,
        Optional<KnownDeviations> onFile,
        ReportFolder folder) {

    private static final int BATCH = 8;

    /** Asks, writes the report and prints the result; returns the exit status. */
    public int run() throws CommandException {
        Report report = new Report(terminal, folder);
        List<Run> runs = new ArrayList<>();
        int status = ExitStatus.CONFORMS;
        for (String id : ids) {
            try (Implementation implementation = implementations.open(id);
                    ModelAnswers model = ModelAnswers.from(implementations)) {
                Stopwatch stopwatch = Stopwatch.start();
                Explored explored = asked(implementation);
                status = ExitStatus.worse(status, report.remarks(explored));
                runs.add(model.evidence(id).of(explored.run()).withMeasured(stopwatch.measured()));
            } catch (CommandException unmade) {
                if (unmade.status() == ExitStatus.USAGE) {
                    throw unmade;
                }
                terminal.err().println(unmade.getMessage());
                status = ExitStatus.worse(status, unmade.status());
            }
        }
        if (runs.isEmpty()) {
            return status;
        }
        report.print(report.write(KitResults.of("object", object.expression())
                .implementations(ids)
                .option("--setup", object.setup().isEmpty() ? null : object.setup())
                .option("--known", known)
                .about(runs)));
        for (Run run : runs) {
            status = ExitStatus.worse(status, ExitStatus.of(run));
        }
        return status;
    }

    private Explored asked(Implementation implementation) throws CommandException {
        try {
            Told told = told(implementation);
            Tally tally = new Tally();
            Examiner examiner = Judged.byEveryClause(implementation);
            new Search(examiner, BATCH, new DeathBudget(), Search.Watcher.NONE)
                    .run(Asked.about(object, told).iterator(), tally);
            KnownDeviations entries = onFile.orElseGet(() -> KnownDeviations.builtIn(implementation.identity()))
                    .of(implementation.identity())
                    .on(LocalDate.now());
            Explored explored = Explored.of(Judged.byEveryClause(implementation), tally, entries, Replays.NOTHING);
            List<String> clauses = Clauses.all().stream().map(Clause::id).toList();
            Run run = explored.run();
            return explored.with(
                    Applicable.of(
                            Verdicts.of(clauses, tally, run.findings()),
                            told,
                            Applicable.atTheBorder(run, StepSubject.BORDER)),
                    null);
        } catch (BrokenImplementationException broken) {
            throw CommandException.notJudged(broken.getMessage(), broken);
        }
    }

    /** What Python says of the object. */
    private Told told(Implementation implementation) throws CommandException {
        String id = Printable.of(implementation.identity().id());
        Transcript transcript = Transcripts.of(implementation, Asked.making(object));
        if (transcript.outcome() instanceof Outcome.Unsupported unsupported) {
            throw CommandException.notJudged(id + ": does not have " + Printable.of(unsupported.what()), null);
        } else if (transcript.outcome() instanceof Outcome.Died died) {
            throw CommandException.notJudged(
                    id + ": the object cannot be made, for the process "
                            + (died.death() == Outcome.Death.TIMED_OUT ? "did not come back" : "died") + " ("
                            + Printable.of(died.detail()) + ")",
                    null);
        }
        Event event = transcript.events().get(0);
        if (event instanceof Event.Skipped skipped) {
            throw CommandException.usage("this is no Python: " + Printable.of(skipped.why()));
        }
        if (!(event instanceof Event.Made made) || made.raised() != null) {
            String what = event instanceof Event.Made failed
                    ? Printable.of(
                            failed.raised().type() + ": " + failed.raised().message())
                    : "no object";
            throw CommandException.notJudged(
                    id + ": the object cannot be made, the expression raises " + what.replaceAll("\\s+", " "), null);
        }
        return made.told() == null ? Told.UNKNOWN : made.told();
    }
}
