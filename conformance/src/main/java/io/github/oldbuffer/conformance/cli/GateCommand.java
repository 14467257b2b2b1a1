package io.github.oldbuffer.conformance.cli;

import io.github.oldbuffer.conformance.known.KnownDeviations;
import io.github.oldbuffer.conformance.text.Printable;
import io.github.oldbuffer.reports.gate.Gate;
import io.github.oldbuffer.reports.gate.Objection;
import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.reports.results.Results;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform gate}: decides over results that are there already. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        versionProvider = Kit.class,
        description = {
            "Decides whether results may pass.",
            "They may not with a new deviation or crash, a known deviation that deviates no more (1), or a clause that was"
                    + " not exercised (2)."
        })
final class GateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "RESULTS.json", description = "The results.json of a report.")
    private Path file;

    @Option(
            names = "--known",
            paramLabel = "FILE",
            description = "Known deviations, or none. Default: what the run that made the results had on file.")
    private String known;

    GateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        Results results = results();
        if (results.runs().isEmpty()) {
            throw CommandException.notJudged(file + " holds no run, so there is nothing to decide", null);
        }
        List<Objection> objections = Gate.objections(results);
        for (Objection objection : objections) {
            terminal.err().println(Printable.of(objection.implementation() + ": " + objection.sentence()));
        }
        terminal.out()
                .println(
                        objections.isEmpty()
                                ? "passes"
                                : "does not pass: " + Words.count(objections.size(), "objection", "objections"));
        return status(objections);
    }

    private Results results() throws CommandException {
        try {
            Results results = ResultsJson.read(InputFile.text(file));
            if (known == null) {
                return results;
            }
            KnownDeviations onFile = KnownChoice.of(known).orElse(KnownDeviations.NONE);
            return OnFile.judge(results, onFile.on(LocalDate.now()));
        } catch (ResultsException wrong) {
            throw CommandException.usage(file + " is no results file: " + wrong.getMessage(), wrong);
        }
    }

    private static int status(List<Objection> objections) {
        int status = ExitStatus.CONFORMS;
        for (Objection objection : objections) {
            boolean unknown = objection.kind() == Objection.Kind.NOT_EXERCISED;
            status = ExitStatus.worse(status, unknown ? ExitStatus.NOT_JUDGED : ExitStatus.DEVIATES);
        }
        return status;
    }
}
