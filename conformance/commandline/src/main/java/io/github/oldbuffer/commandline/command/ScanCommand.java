package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.NameGlob;
import io.github.oldbuffer.commandline.option.ConsumerOptions;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.option.SeedOption;
import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.commandline.print.ScanLines;
import io.github.oldbuffer.commandline.print.ScanProgress;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.consumers.Judgement;
import io.github.oldbuffer.consumers.scan.Sandbox;
import io.github.oldbuffer.consumers.scan.Scan;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.reports.folder.WholeFile;
import io.github.oldbuffer.reports.markdown.ScanPage;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.sweep.Shard;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./conform scan}: finds the functions of modules that take memory, and judges each. */
@Command(
        name = "scan",
        description = {
            "Finds the functions, methods and constructors of modules that take memory, and judges each as call does.",
            "They are called in a sandbox: without network, with every file system read-only.",
            "The exit status is 0 only where nothing is found that is not on file."
        })
public final class ScanCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..*",
            paramLabel = "MODULE",
            description = "Modules, packages with their extension modules, or installed distributions.")
    private List<String> names = List.of();

    @Option(names = "--stdlib", description = "The extension modules of the interpreter's standard library.")
    private boolean standardLibrary;

    @Option(names = "--list", description = "Prints the calls that take memory, one a line, and judges nothing.")
    private boolean listed;

    @Option(
            names = "--only",
            paramLabel = "GLOB,...",
            split = ",",
            description = "Names of functions to look at, such as 'zlib.*'.")
    private List<String> only = List.of();

    @Option(names = "--skip", paramLabel = "GLOB,...", split = ",", description = "Names of functions to leave out.")
    private List<String> skip = List.of();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "1/1",
            description = "One of N parts, which report --merge makes one of.")
    private String shard;

    @Option(names = "--no-sandbox", description = "Calls unknown functions as you, with all that you may do.")
    private boolean noSandbox;

    @Mixin
    private ConsumerOptions consumer;

    @Mixin
    private SeedOption seed;

    @Mixin
    private KnownOption known;

    @Mixin
    private OutOption out;

    public ScanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        if (names.isEmpty() != standardLibrary) {
            throw CommandException.usage("scan takes either names of modules or --stdlib");
        }
        Shard part = Shard.parse(shard)
                .orElseThrow(() -> CommandException.usage("--shard takes I/N, such as 1/4, not '" + shard + "'"));
        KnownDeviations onFile = known.chosen().orElseGet(CallCommand::builtIn);
        Report report = listed ? null : new Report(terminal, Report.prepared(out.folder()));
        Stopwatch stopwatch = Stopwatch.start();
        long chosen = seed.chosen(terminal);
        try (ScanProgress progress = new ScanProgress(terminal)) {
            terminal.err().println("seed " + chosen);
            Scan scan = new Scan(
                    setting(),
                    chosen,
                    onFile.on(LocalDate.now()),
                    wanted(),
                    Math.max(1, Runtime.getRuntime().availableProcessors()),
                    progress::looked);
            Map<String, String> leftOut = new TreeMap<>();
            List<String> targets = scan.targets(names, leftOut);
            Scan.Result result = scan.look(part(targets, part), !listed);
            leftOut.putAll(result.leftOut());
            progress.close();
            leftOut.forEach((name, why) -> terminal.err().println(Printable.of("left out: " + name + ": " + why)));
            return listed ? list(result) : report(result, leftOut, chosen, stopwatch, report);
        } catch (CallException unusable) {
            throw CallCommand.failed(unusable);
        } catch (IOException broken) {
            throw CommandException.notJudged(String.valueOf(broken.getMessage()), broken);
        }
    }

    /** Where the options have functions called. */
    WorkerSetting setting() throws CommandException {
        WorkerSetting setting = consumer.setting();
        try {
            return noSandbox ? setting : setting.in(Sandbox.words(System.getenv()));
        } catch (UnavailableException none) {
            throw CommandException.notJudged(none.getMessage(), none);
        }
    }

    private Predicate<String> wanted() {
        Predicate<String> chosen = only.isEmpty() ? name -> true : NameGlob.any(only);
        return chosen.and(NameGlob.any(skip).negate());
    }

    private static List<String> part(List<String> targets, Shard part) {
        return IntStream.range(0, targets.size())
                .filter(i -> i % part.of() == part.index() - 1)
                .mapToObj(targets::get)
                .toList();
    }

    private int list(Scan.Result result) {
        result.calls().forEach(call -> terminal.out().println(Printable.of(call.expression())));
        return ExitStatus.CONFORMS;
    }

    private int report(Scan.Result result, Map<String, String> leftOut, long chosen, Stopwatch stopwatch, Report report)
            throws CommandException {
        List<Run> runs = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Judgement judged : result.judgements()) {
            notes.addAll(judged.notes());
            judged.lost().stream()
                    .map(finding -> finding.function() + ", " + finding.heading() + " " + finding.symptom()
                            + ": seen once, and not when the scenario was run by itself")
                    .forEach(notes::add);
            runs.add(judged.run().withMeasured(stopwatch.measured()));
        }
        notes.forEach(note -> terminal.err().println("note: " + Printable.of(note)));
        if (runs.isEmpty()) {
            throw CommandException.notJudged("no function that takes memory was found", null);
        }
        Results results = report.write(repeated(chosen).about(runs));
        page(new ScanPage(results, statements(), notes, leftOut));
        ScanLines.of(results, out.folder(), new Paint(terminal.colour())).forEach(terminal.out()::println);
        return results.runs().stream().mapToInt(ExitStatus::of).reduce(ExitStatus.CONFORMS, ExitStatus::worse);
    }

    private void page(ScanPage page) throws CommandException {
        try {
            WholeFile.write(out.folder().resolve(ScanPage.FILE), page.text());
        } catch (IOException unwritten) {
            throw CommandException.notJudged(
                    ScanPage.FILE + " cannot be written: " + unwritten.getMessage(), unwritten);
        }
    }

    private static Map<String, String> statements() {
        return Clauses.ofConsumers().stream().collect(Collectors.toMap(Clause::id, Clause::statement));
    }

    private KitResults repeated(long chosen) {
        return consumer.noted(new KitResults(chosen, 1, false, List.of("scan")))
                .option("--only", only.isEmpty() ? null : String.join(",", only))
                .option("--skip", skip.isEmpty() ? null : String.join(",", skip))
                .option("--shard", shard.equals("1/1") ? null : shard)
                .option(KnownOption.NAME, known.given())
                .with(noSandbox ? List.of("--no-sandbox") : List.of())
                .with(standardLibrary ? List.of("--stdlib") : List.of())
                .option("--seed", chosen)
                .with(names);
    }
}
