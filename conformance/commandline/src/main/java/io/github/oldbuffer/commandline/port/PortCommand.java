package io.github.oldbuffer.commandline.port;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Failures;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.Suggestions;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.option.SeedOption;
import io.github.oldbuffer.commandline.option.SourceRootOption;
import io.github.oldbuffer.commandline.option.TriesOption;
import io.github.oldbuffer.commandline.option.WriteKnownOption;
import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.commandline.print.PortLines;
import io.github.oldbuffer.commandline.print.PortTable;
import io.github.oldbuffer.commandline.report.FindingReplay;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.commandline.report.SourceRoot;
import io.github.oldbuffer.commandline.report.Sources;
import io.github.oldbuffer.ports.PortLoader;
import io.github.oldbuffer.ports.PortVerification;
import io.github.oldbuffer.ports.TemporaryFolder;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.UnknownNameException;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./conform port}: judges somebody's replacement of some of the four functions. */
@Command(
        name = "port",
        description = {
            "Judges a port: functions that replace some of the four, run inside CPython.",
            "It is held against the contract, and compared with the functions that it replaces.",
            "The exit status is 0 only where it keeps the contract as CPython does, without any difference."
        })
public final class PortCommand implements Callable<Integer> {

    /** So that a port is judged in seconds; the comparison runs more scenarios than these. */
    private static final int TRIES = 200;

    private final Terminal terminal;
    private final Implementations implementations;

    @Option(
            names = "--adapt",
            paramLabel = "NAME",
            description =
                    "Judges nothing: writes an adapter for a function or a class, for you to finish, to standard"
                            + " output, or to the file that --out names. AsWriteBuffer=NAME says which of the four it stands for.")
    private String adapt;

    @Mixin
    private PortOptions options;

    @Mixin
    private TriesOption tries;

    @Mixin
    private SeedOption seed;

    @Option(
            names = "--watch",
            description = "Judges again whenever one of the files is saved, until it is interrupted.")
    private boolean watch;

    @Mixin
    private KnownOption known;

    @Mixin
    private WriteKnownOption writeKnown;

    @Mixin
    private OutOption out;

    @Mixin
    private SourceRootOption sourceRoot;

    @Spec
    private CommandSpec spec;

    public PortCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        options.checkFiles(adapt == null);
        writeKnown.check();
        if (adapt != null) {
            return adapt();
        }
        return watch ? watched() : judged();
    }

    private int watched() throws CommandException {
        if (options.isTree()) {
            throw CommandException.usage("--watch is for the files of a port, and not for a folder");
        }
        return new Watch(options.sources(), terminal.err()).run(() -> {
            try {
                return judged();
            } catch (CommandException unusable) {
                return Failures.report(unusable, terminal);
            } finally {
                terminal.out().flush();
            }
        });
    }

    private int judged() throws CommandException {
        PortTask task = options.task();
        if (options.isTree()) {
            return tree(task);
        }
        int number = tries.orElse(TRIES);
        KnownDeviations onFile = known.chosen().orElse(KnownDeviations.NONE);
        SourceRoot root = sourceRoot.root();
        Report report = new Report(terminal, Report.prepared(out.folder()));
        List<PortPython> interpreters = options.interpreters(terminal);
        PortJudge judge = new PortJudge(terminal, implementations, report, task, onFile);
        long chosen = seed.chosen(terminal);
        Map<PortPython, PortJudge.Judged> judged = new LinkedHashMap<>();
        Map<PortPython, String> failed = new LinkedHashMap<>();
        for (PortPython python : interpreters) {
            try {
                judged.put(python, judge.in(python, number, chosen));
            } catch (PortException | UnavailableException | IOException unusable) {
                if (interpreters.size() == 1) {
                    throw notJudged(unusable);
                }
                failed.put(python, unusable.getMessage());
            }
        }
        failed.forEach((python, why) -> terminal.err().println("not judged in " + python + ": " + why));
        return judged.isEmpty()
                ? ExitStatus.NOT_JUDGED
                : written(
                        List.copyOf(judged.values()),
                        interpreters.size(),
                        repeated(number, chosen),
                        onFile,
                        report,
                        root);
    }

    /** What in a folder can be judged. */
    private int tree(PortTask task) throws CommandException {
        int number = tries.orElse(TRIES);
        KnownDeviations onFile = known.chosen().orElse(KnownDeviations.NONE);
        SourceRoot root = sourceRoot.root();
        Report report = new Report(terminal, Report.prepared(out.folder()));
        long chosen = seed.chosen(terminal);
        Set<String> said = new LinkedHashSet<>();
        PortTree tree = new PortTree(
                options.first(),
                options.interpreters(terminal).get(0),
                asked -> new PortJudge(
                        terminal,
                        implementations,
                        report,
                        task.of(asked.file().toAbsolutePath().normalize(), asked.names()),
                        onFile,
                        said),
                terminal.out());
        List<PortJudge.Judged> judged = tree.list(number, chosen);
        if (!judged.isEmpty()) {
            Results results = report.write(repeated(number, chosen)
                    .about(judged.stream().map(PortJudge.Judged::run).toList())
                    .withSources(judged.stream()
                            .flatMap(each -> Sources.ofPort(each.port(), root, known.given()).stream())
                            .distinct()
                            .toList()));
            writeKnown.write(results, onFile, terminal);
        }
        return PortTree.status(judged);
    }

    private int written(
            List<PortJudge.Judged> judged,
            int wanted,
            KitResults repeating,
            KnownDeviations onFile,
            Report report,
            SourceRoot root)
            throws CommandException {
        Results results = report.write(repeating
                .about(judged.stream().map(PortJudge.Judged::run).toList())
                .withSources(Sources.ofPort(judged.get(0).port(), root, known.given())));
        writeKnown.write(results, onFile, terminal);
        Paint paint = new Paint(terminal.colour());
        List<String> lines = wanted == 1
                ? PortLines.of(
                        judged.get(0).port(),
                        judged.get(0).result(),
                        results.runs().get(0),
                        out.folder(),
                        paint)
                : PortTable.of(judged.get(0).port(), results, !options.contractOnly(), out.folder(), paint);
        lines.forEach(terminal.out()::println);
        int status = judged.size() < wanted ? ExitStatus.NOT_JUDGED : ExitStatus.CONFORMS;
        for (int i = 0; i < judged.size(); i++) {
            status = ExitStatus.worse(
                    status,
                    ExitStatus.worse(
                            judged.get(i).status(), ExitStatus.of(results.runs().get(i))));
        }
        return status;
    }

    /** Looks for a finding again, in the port that the options describe. */
    public int replay(FindingReplay finding) throws CommandException {
        options.checkFiles(true);
        PortTask task = options.task();
        PortPython python = showing(finding, options.interpreters(terminal));
        try (TemporaryFolder temporary = TemporaryFolder.create();
                Implementation reference = PortLoader.reference(python.id(), python.runtime(), PortTask.limits())) {
            Port port = task.build(python, temporary);
            try (Implementation loaded = PortLoader.open(port, task.sanitizers(), PortTask.limits())) {
                return finding.with(
                        PortVerification.examiner(
                                loaded, reference, port.names().keySet(), true),
                        terminal);
            }
        } catch (PortException | UnavailableException | IOException | BrokenImplementationException unusable) {
            throw CommandException.notJudged(unusable.getMessage(), unusable);
        }
    }

    /** Of several the one that showed it. */
    private static PortPython showing(FindingReplay finding, List<PortPython> all) throws CommandException {
        String version = finding.file().implementation().version();
        return all.stream()
                .filter(python -> all.size() == 1 || python.isVersion(version))
                .findFirst()
                .orElseThrow(() -> CommandException.notJudged(
                        "the CPython " + version + " that showed it is not on this machine any more", null));
    }

    private int adapt() throws CommandException {
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            PortTask task = options.task();
            String text = task.builder(PortPython.BUNDLED, temporary).adapter(task.files(), adapt);
            if (spec.commandLine().getParseResult().hasMatchedOption("--out")) {
                Path folder = out.folder().toAbsolutePath().getParent();
                Files.createDirectories(folder);
                Files.writeString(out.folder(), text);
            } else {
                terminal.out().print(text);
                terminal.out().flush();
            }
            return ExitStatus.CONFORMS;
        } catch (PortException | UnavailableException | IOException unusable) {
            throw notJudged(unusable);
        }
    }

    /** In the reason's words, with names that are like one that is not there. */
    private static CommandException notJudged(Exception unusable) {
        String sentence = unusable.getMessage();
        if (unusable instanceof UnknownNameException unknown) {
            String question = Suggestions.question(Suggestions.near(unknown.name(), unknown.known()));
            sentence = question.isEmpty() ? sentence : sentence.replaceFirst("\\.$", "") + question;
        }
        return CommandException.notJudged(sentence, unusable);
    }

    private KitResults repeated(int number, long chosen) {
        return options.in(KitResults.drawn(chosen, number, "port")
                .option(KnownOption.NAME, known.given())
                .option(SourceRootOption.NAME, sourceRoot.absolute()));
    }
}
