package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.option.SeedOption;
import io.github.oldbuffer.commandline.option.SourceRootOption;
import io.github.oldbuffer.commandline.option.TriesOption;
import io.github.oldbuffer.commandline.option.WriteKnownOption;
import io.github.oldbuffer.commandline.print.Paint;
import io.github.oldbuffer.commandline.print.PortLines;
import io.github.oldbuffer.commandline.print.RunProgress;
import io.github.oldbuffer.commandline.report.FindingEvidence;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.KnownRemarks;
import io.github.oldbuffer.commandline.report.Programs;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.commandline.report.SourceRoot;
import io.github.oldbuffer.commandline.report.Sources;
import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.MachinePythons;
import io.github.oldbuffer.ports.Circumstance;
import io.github.oldbuffer.ports.PortLoader;
import io.github.oldbuffer.ports.PortResult;
import io.github.oldbuffer.ports.PortVerification;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.ports.TemporaryFolder;
import io.github.oldbuffer.ports.build.BuiltModule;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.build.PortBuild;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.ports.compiler.CompilerFlags;
import io.github.oldbuffer.ports.compiler.PkgConfig;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.ShellWords;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import io.github.oldbuffer.suite.search.Explored;
import io.github.oldbuffer.suite.search.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    /** Shorter than for implementations: a port that does not come back must not hold up its author. */
    private static final Duration SCENARIO_LIMIT = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final Implementations implementations;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "C or C++ sources and headers of the port, or one shared library.")
    private List<Path> files;

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "The CPython executable to run it in. Default: the CPython that comes with the kit.")
    private Path python;

    @Option(names = "--cflags", paramLabel = "FLAGS", defaultValue = "", description = "For the compiler.")
    private String cflags;

    @Option(
            names = "--ldflags",
            paramLabel = "FLAGS",
            defaultValue = "",
            description = "For the linker, behind the sources.")
    private String ldflags;

    @Option(
            names = "--pkg-config",
            paramLabel = "NAME,...",
            split = ",",
            description = "Libraries that the port needs, as pkg-config knows them.")
    private List<String> packages = List.of();

    @Option(
            names = "--adapter",
            paramLabel = "FILE",
            description = "A source that gives a helper with other parameters the signature of one of the four.")
    private List<Path> adapters = List.of();

    @Option(
            names = "--adapt",
            paramLabel = "NAME",
            description =
                    "Judges nothing: writes an adapter for a function or a class, for you to finish, to standard"
                            + " output, or to the file that --out names. AsWriteBuffer=NAME says which of the four it stands for.")
    private String adapt;

    @Option(
            names = "--names",
            paramLabel = "AsReadBuffer=my_name,...",
            description = "What the port calls the functions that it has, in C++ with their namespaces and classes."
                    + " Default: the original names.")
    private String names;

    @Mixin
    private TriesOption tries;

    @Mixin
    private SeedOption seed;

    @Option(
            names = "--contract-only",
            description = "Looks for no differences from CPython, only for violations of the contract.")
    private boolean contractOnly;

    @Option(
            names = "--sanitize",
            paramLabel = "address,undefined",
            defaultValue = "",
            description = "Compiles the port with sanitizers; what they report is a crash, with the report beside it.")
    private String sanitize;

    @Option(
            names = "--ignore",
            paramLabel = "null,pending,unlawful",
            split = ",",
            description =
                    "Leaves out what shows only where an argument is NULL, an exception is pending, or an exporter"
                            + " breaks the rules.")
    private List<String> ignore = List.of();

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
        checkFiles();
        writeKnown.check();
        if (adapt != null) {
            return adapt();
        }
        PortNames wanted = wantedNames();
        Sanitizers sanitizers = sanitizers();
        Set<Circumstance> ignored = ignored();
        int number = tries.orElse(TRIES);
        KnownDeviations onFile = known.chosen().orElse(KnownDeviations.NONE);
        SourceRoot root = sourceRoot.root();
        Report report = new Report(terminal, Report.prepared(out.folder()));
        String id = interpreter();
        try (TemporaryFolder temporary = TemporaryFolder.create();
                Implementation reference = CPythonProvider.open(id, limits())) {
            Port port = build(id, sanitizers, temporary).of(absolute(files), absolute(adapters), wanted);
            if (sanitizers.any() && !port.fromSource()) {
                throw CommandException.usage("--sanitize needs the port's sources, not a library");
            }
            port.notes().forEach(note -> terminal.err().println("note: " + note));
            long chosen = seed.chosen(terminal);
            terminal.err().println("seed " + chosen);
            SuiteOptions options = PortVerification.options(port, number, chosen);
            return judge(port, sanitizers, reference, options, onFile, ignored, report, root);
        } catch (PortException | UnavailableException | IOException unusable) {
            throw CommandException.notJudged(unusable.getMessage(), unusable);
        }
    }

    /** Looks for a finding again, in the port that the options describe. */
    int replay(FindingReplay finding) throws CommandException {
        checkFiles();
        PortNames wanted = wantedNames();
        Sanitizers sanitizers = sanitizers();
        String id = interpreter();
        try (TemporaryFolder temporary = TemporaryFolder.create();
                Implementation reference = CPythonProvider.open(id, limits())) {
            Port port = build(id, sanitizers, temporary).of(absolute(files), absolute(adapters), wanted);
            try (Implementation loaded = PortLoader.open(port, sanitizers, limits())) {
                return finding.with(
                        PortVerification.examiner(
                                loaded, reference, port.names().keySet(), true),
                        terminal);
            }
        } catch (PortException | UnavailableException | IOException | BrokenImplementationException unusable) {
            throw CommandException.notJudged(unusable.getMessage(), unusable);
        }
    }

    private void checkFiles() throws CommandException {
        for (Path file : Stream.concat(files.stream(), adapters.stream()).toList()) {
            if (!Files.isRegularFile(file)) {
                throw CommandException.usage("there is no file " + file);
            }
        }
    }

    /** A module that was built already goes to the interpreter that its name is for. */
    private String interpreter() throws CommandException {
        Optional<BuiltModule> module = files.size() == 1 ? BuiltModule.named(files.get(0)) : Optional.empty();
        if (python == null && module.flatMap(BuiltModule::version).isPresent()) {
            python = interpreterOf(module.get());
        }
        return python == null ? CPythonProvider.BUNDLED : CPythonProvider.BUNDLED + ":" + python.toAbsolutePath();
    }

    /** {@code null} for the CPython that comes with the kit. */
    private static Path interpreterOf(BuiltModule module) throws CommandException {
        try {
            if (module.isFor(CPythonProvider.python(CPythonProvider.BUNDLED).version())) {
                return null;
            }
            return new MachinePythons(System.getenv())
                    .ofSeries(module.version().orElseThrow())
                    .orElseThrow(() -> new UnavailableException(module.file().getFileName() + " is built for "
                            + module.target() + ", and there is none on the PATH or in pyenv; --python names one."));
        } catch (UnavailableException unusable) {
            throw CommandException.notJudged(unusable.getMessage(), unusable);
        }
    }

    private int adapt() throws CommandException {
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            String text = build(CPythonProvider.BUNDLED, new Sanitizers(""), temporary)
                    .adapter(absolute(files), adapt);
            if (spec.commandLine().getParseResult().hasMatchedOption("--out")) {
                Files.writeString(out.folder(), text);
            } else {
                terminal.out().print(text);
                terminal.out().flush();
            }
            return ExitStatus.CONFORMS;
        } catch (PortException | UnavailableException | IOException unusable) {
            throw CommandException.notJudged(unusable.getMessage(), unusable);
        }
    }

    private PortBuild build(String id, Sanitizers sanitizers, TemporaryFolder temporary)
            throws CommandException, PortException, UnavailableException {
        List<String> flags = new ArrayList<>(flags("--cflags", cflags));
        flags.addAll(flags("--ldflags", ldflags));
        flags.addAll(sanitizers.flags());
        CompilerFlags libraries = PkgConfig.flags(packages);
        flags.addAll(libraries.compiling());
        flags.addAll(libraries.linking());
        return new PortBuild(CPythonProvider.python(id), CCompiler.find(System.getenv()), flags, temporary.path());
    }

    private static List<Path> absolute(List<Path> files) {
        return files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    }

    private int judge(
            Port port,
            Sanitizers sanitizers,
            Implementation reference,
            SuiteOptions options,
            KnownDeviations onFile,
            Set<Circumstance> ignored,
            Report report,
            SourceRoot root)
            throws UnavailableException, CommandException {
        Stopwatch stopwatch = Stopwatch.start();
        try (Implementation model = implementations.open(Implementations.MODEL);
                Implementation loaded = PortLoader.open(port, sanitizers, limits());
                RunProgress progress = RunProgress.of(port.identity(), terminal)) {
            PortResult result = PortVerification.verify(
                            loaded,
                            port.names().keySet(),
                            reference,
                            options,
                            !contractOnly,
                            onFile.on(LocalDate.now()),
                            progress.listener())
                    .without(ignored);
            Programs programs = Programs.ofPort(port, python, sanitizers, model);
            FindingEvidence evidence = new FindingEvidence(
                    scenario -> Optional.of(Transcripts.of(model, scenario)), programs::of, own(port));
            LocalDate today = LocalDate.now();
            KnownDeviations lapsed = new KnownDeviations(onFile.of(loaded.identity()).entries().stream()
                    .filter(entry -> !entry.countsOn(today))
                    .toList());
            Explored explored = result.explored()
                    .andReplays(
                            PortVerification.examiner(
                                    loaded, reference, port.names().keySet(), !contractOnly),
                            lapsed);
            int remarked = new KnownRemarks(onFile, today).say(explored.run(), terminal);
            Run run = evidence.of(explored.run()).withMeasured(stopwatch.measured());
            Results results = report.write(
                    repeated(options).about(List.of(run)).withSources(Sources.ofPort(port, root, known.given())));
            Run placed = results.runs().get(0);
            writeKnown.write(results, onFile, terminal);
            PortLines.of(port, result, placed, out.folder(), new Paint(terminal.colour()))
                    .forEach(terminal.out()::println);
            return ExitStatus.worse(remarked, ExitStatus.worse(ExitStatus.of(placed), report.remarks(explored)));
        }
    }

    /** What the port calls the functions. */
    private static Map<String, String> own(Port port) {
        return port.names().entrySet().stream()
                .collect(Collectors.toMap(name -> name.getKey().cName(), Map.Entry::getValue));
    }

    /** With absolute paths: who copies the command stands somewhere else. */
    private KitResults repeated(SuiteOptions options) {
        return KitResults.drawn(options.seed(), options.tries(), "port")
                .option("--python", python == null ? null : python.toAbsolutePath())
                .option("--cflags", cflags.isEmpty() ? null : cflags)
                .option("--ldflags", ldflags.isEmpty() ? null : ldflags)
                .option("--pkg-config", packages.isEmpty() ? null : String.join(",", packages))
                .option("--names", names)
                .option("--ignore", ignore.isEmpty() ? null : String.join(",", ignore))
                .option("--sanitize", sanitize.isEmpty() ? null : sanitize)
                .option(KnownOption.NAME, known.given())
                .option(SourceRootOption.NAME, sourceRoot.absolute())
                .with(absolute(adapters).stream()
                        .flatMap(file -> Stream.of("--adapter", file.toString()))
                        .toList())
                .with(contractOnly ? List.of("--contract-only") : List.of())
                .with(absolute(files).stream().map(Path::toString).toList());
    }

    private PortNames wantedNames() throws CommandException {
        try {
            return names == null ? PortNames.originals() : PortNames.parse(names);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage(wrong.getMessage(), wrong);
        }
    }

    private Set<Circumstance> ignored() throws CommandException {
        Set<Circumstance> ignored = EnumSet.noneOf(Circumstance.class);
        for (String word : ignore) {
            ignored.add(Circumstance.parse(word)
                    .orElseThrow(() ->
                            CommandException.usage("--ignore takes null, pending and unlawful, not '" + word + "'")));
        }
        return ignored;
    }

    private Sanitizers sanitizers() throws CommandException {
        try {
            return new Sanitizers(sanitize);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage(wrong.getMessage(), wrong);
        }
    }

    private static List<String> flags(String option, String text) throws CommandException {
        try {
            return ShellWords.of(text);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage(option + ": " + wrong.getMessage(), wrong);
        }
    }

    private static WorkerLimits limits() {
        return WorkerLimits.DEFAULT.withScenario(SCENARIO_LIMIT);
    }
}
