package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.InputFile;
import io.github.oldbuffer.commandline.input.ResultsFile;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.print.Words;
import io.github.oldbuffer.commandline.report.NearMiss;
import io.github.oldbuffer.commandline.report.RefiledRun;
import io.github.oldbuffer.commandline.report.UpdateKnown;
import io.github.oldbuffer.reports.gate.Baseline;
import io.github.oldbuffer.reports.gate.Gate;
import io.github.oldbuffer.reports.gate.Objection;
import io.github.oldbuffer.reports.gate.TriesCheck;
import io.github.oldbuffer.reports.words.ShellWord;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
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
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform gate}: decides over results that are there already. */
@Command(
        name = "gate",
        description = {
            "Decides whether results may pass, and says why in a sentence each.",
            "They may not with a new deviation or crash, a known deviation that deviates no more, a difference from"
                    + " what it was compared with, a clause that the baseline exercised and they do not, fewer"
                    + " scenarios than asked for (1), or a clause that was never exercised (2)."
        })
public final class GateCommand implements Callable<Integer> {

    private static final String CALL = "call:";

    private final Terminal terminal;

    @Parameters(paramLabel = "RESULTS.json", description = "The results.json of a report.")
    private Path file;

    @Mixin
    private KnownOption known;

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

    public GateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        Results results = ResultsFile.read(file);
        Optional<KnownDeviations> onFile = known.chosen();
        check(results);
        LocalDate today = LocalDate.now();
        Results judged = onFile.map(entries -> RefiledRun.refiled(results, entries, today))
                .orElse(results);
        List<Objection> objections = objections(judged, onFile.orElse(KnownDeviations.NONE), today);
        PrintWriter told = update ? terminal.err() : terminal.out();
        judged.runs().forEach(run -> known(run).forEach(told::println));
        for (Objection objection : objections) {
            terminal.err().println(Printable.of(objection.implementation() + ": " + objection.sentence()));
        }
        judged.runs()
                .forEach(run -> onFile.flatMap(entries -> notReplayed(run, judged, entries))
                        .ifPresent(told::println));
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
        if (update && (known.given() == null || known.given().equals("none"))) {
            throw CommandException.usage("--update-known needs --known FILE to say which file is to be edited");
        }
    }

    private List<Objection> objections(Results judged, KnownDeviations onFile, LocalDate today)
            throws CommandException {
        List<Objection> objections = new ArrayList<>(Gate.objections(
                judged,
                (identity, finding) -> NearMiss.of(run(judged, identity), finding, onFile, today),
                stale -> onFile.entries().stream()
                        .filter(entry -> entry.words().equals(stale.words()) && entry.expiredOn(today))
                        .findFirst()
                        .flatMap(entry -> NearMiss.why(entry, today))));
        if (baseline != null) {
            objections.addAll(Baseline.objections(judged, ResultsFile.read(baseline)));
        }
        objections.addAll(tries == null ? TriesCheck.objections(judged) : TriesCheck.objections(judged, tries));
        return objections;
    }

    private static Run run(Results judged, Identity identity) {
        return judged.runs().stream()
                .filter(run -> run.implementation().equals(identity))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> known(Run run) {
        return run.findings().stream()
                .filter(Finding::known)
                .map(finding -> Printable.of(
                        run.implementation().id() + ": " + finding.heading() + ": " + finding.symptom() + " is known"))
                .toList();
    }

    /** Nothing is said of entries that the run did not replay, except which run would tell. */
    private Optional<String> notReplayed(Run run, Results judged, KnownDeviations onFile) {
        String id = run.implementation().id();
        long open = onFile.of(run.implementation(), RefiledRun.levels(run)).entries().stream()
                .filter(entry -> RefiledRun.stale(entry, run).isEmpty())
                .count();
        return open == 0
                ? Optional.empty()
                : Optional.of(Printable.of(id + ": " + Words.count(open, "entry on file was", "entries on file were")
                        + " not replayed, so nothing is said of " + (open == 1 ? "it" : "them") + "; "
                        + telling(judged, id) + " tells"));
    }

    /** A run, or what else made the results; those of earlier kits do not say what made them. */
    private String telling(Results results, String id) {
        List<String> made =
                results.command() == null ? List.of() : results.command().words();
        List<String> asked =
                id.startsWith(CALL) ? List.of("call", id.substring(CALL.length())) : List.of("run", "-i", id);
        List<String> words = new ArrayList<>(made.isEmpty() || made.get(0).equals("run") ? asked : made);
        int before = words.indexOf(KnownOption.NAME);
        if (before >= 0) {
            words.subList(before, Math.min(before + 2, words.size())).clear();
        }
        words.addAll(List.of(KnownOption.NAME, known.given()));
        return words.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    }

    private void propose(Results judged, KnownDeviations onFile) throws CommandException {
        UpdateKnown.unfiled(judged)
                .forEach(name -> terminal.err()
                        .println(Printable.of(name + " cannot be filed, the results hold no witness of it")));
        Path edited = Path.of(known.given());
        String before = InputFile.text(edited);
        String after = UpdateKnown.edited(before, judged, onFile);
        if (KnownDeviationsJson.version(before) != KnownDeviationsJson.version(after)) {
            terminal.err()
                    .println(edited + " becomes a file of version " + KnownDeviationsJson.VERSION + ": version "
                            + KnownDeviationsJson.version(before) + " has no words for what is new");
        }
        String name = fromHere(edited);
        if (!before.equals(after) && (Path.of(name).isAbsolute() || name.startsWith(".."))) {
            terminal.err()
                    .println(edited + " is not below the working directory, where patch -p0 looks; patch "
                            + ShellWord.of(name) + " applies the edit");
        }
        terminal.out().print(Proposal.diff(name, before, after));
    }

    /** What {@code patch} takes: a path below the working directory, where it is one. */
    private static String fromHere(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = file.toAbsolutePath().normalize();
        return whole.startsWith(here) ? here.relativize(whole).toString() : file.toString();
    }

    private static int status(List<Objection> objections) {
        int status = ExitStatus.CONFORMS;
        for (Objection objection : objections) {
            status = ExitStatus.worse(status, objection.notJudged() ? ExitStatus.NOT_JUDGED : ExitStatus.DEVIATES);
        }
        return status;
    }
}
