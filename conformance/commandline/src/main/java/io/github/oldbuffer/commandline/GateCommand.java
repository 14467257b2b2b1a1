package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.gate.Baseline;
import io.github.oldbuffer.reports.gate.Enough;
import io.github.oldbuffer.reports.gate.Gate;
import io.github.oldbuffer.reports.gate.Objection;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.words.Finding;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.known.KnownDeviationsJson;
import io.github.oldbuffer.suite.known.Proposal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            "Decides whether results may pass, and says why in a sentence each.",
            "They may not with a new deviation or crash, a known deviation that deviates no more, a difference from"
                    + " what it was compared with, a clause that the baseline exercised and they do not, fewer"
                    + " scenarios than asked for (1), or a clause that was never exercised (2)."
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

    @Option(
            names = "--baseline",
            paramLabel = "RESULTS.json",
            description = "Results that passed before: what they exercised has to be exercised still.")
    private Path baseline;

    @Option(
            names = "--tries",
            paramLabel = "N",
            description = "Scenarios that there have to be for each clause. Default: as many as the run was asked for.")
    private Integer tries;

    @Option(
            names = "--update-known",
            description = "Print an edit of --known FILE, as a diff, that would let the results pass once somebody has"
                    + " written the reasons.")
    private boolean update;

    GateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        Results results = ResultsFile.read(file);
        Optional<KnownDeviations> onFile = KnownChoice.of(known);
        check(results);
        LocalDate today = LocalDate.now();
        Results judged =
                onFile.map(entries -> OnFile.judge(results, entries, today)).orElse(results);
        List<Objection> objections = objections(judged, onFile.orElse(KnownDeviations.NONE), today);
        PrintWriter told = update ? terminal.err() : terminal.out();
        judged.runs().forEach(run -> known(run).forEach(told::println));
        for (Objection objection : objections) {
            terminal.err().println(Printable.of(objection.implementation() + ": " + objection.sentence()));
        }
        told.println(
                objections.isEmpty()
                        ? "passes"
                        : "does not pass: " + Words.count(objections.size(), "objection", "objections"));
        if (update) {
            propose(judged, onFile.orElse(KnownDeviations.NONE));
        }
        return status(objections);
    }

    private void check(Results results) throws CommandException {
        if (results.runs().isEmpty()) {
            throw CommandException.notJudged(file + " holds no run, so there is nothing to decide", null);
        }
        if (tries != null && tries < 1) {
            throw CommandException.usage("--tries has to be 1 or more, not " + tries);
        }
        if (update && (known == null || known.equals("none"))) {
            throw CommandException.usage("--update-known needs --known FILE to say which file is to be edited");
        }
    }

    private List<Objection> objections(Results judged, KnownDeviations onFile, LocalDate today)
            throws CommandException {
        List<Objection> objections = new ArrayList<>(Gate.objections(
                judged, (implementation, finding) -> NearMiss.of(implementation, finding, onFile, today)));
        if (baseline != null) {
            objections.addAll(Baseline.objections(judged, ResultsFile.read(baseline)));
        }
        objections.addAll(Enough.objections(judged, tries == null ? judged.kit().tries() : tries));
        return objections;
    }

    private static List<String> known(Run run) {
        return Finding.in(run).stream()
                .filter(Finding::known)
                .map(finding -> Printable.of(
                        run.implementation().id() + ": " + finding.clause() + ": " + finding.symptom() + " is known"))
                .toList();
    }

    private void propose(Results judged, KnownDeviations onFile) throws CommandException {
        UpdateKnown.unfiled(judged)
                .forEach(name -> terminal.err()
                        .println(Printable.of(name + " cannot be filed, the results hold no witness of it")));
        String after = KnownDeviationsJson.write(UpdateKnown.proposed(judged, onFile));
        terminal.out().print(Proposal.diff(known, InputFile.text(Path.of(known)), after));
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
