package io.github.oldbuffer.commandline;

import io.github.oldbuffer.ports.build.ShellWords;
import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.build.CompilerFlags;
import io.github.oldbuffer.ports.build.PkgConfig;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.build.PortBuild;
import io.github.oldbuffer.ports.PortClauses;
import io.github.oldbuffer.ports.build.PortException;
import io.github.oldbuffer.ports.PortLoader;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.ports.PortResult;
import io.github.oldbuffer.ports.PortVerification;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.ports.TemporaryFolder;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.ReportForm;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./conform port}: judges somebody's replacement of some of the four functions. */
@Command(
        name = "port",
        mixinStandardHelpOptions = true,
        versionProvider = Kit.class,
        description = {
            "Judges a port: functions that replace some of the four, run inside CPython.",
            "It is held against the contract, and compared with the functions that it replaces.",
            "The exit status is 0 only where it keeps the contract as CPython does, without any difference."
        })
final class PortCommand implements Callable<Integer> {

    /** So that a port is judged in seconds; the comparison runs more scenarios than these. */
    private static final int TRIES = 200;

    private static final int MOST_TRIES = 1_000_000;

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
            description = "Judges nothing: writes an adapter for a function or a class, for you to finish, to standard"
                    + " output, or to the file that --out names. AsWriteBuffer=NAME says which of the four it stands for.")
    private String adapt;

    @Option(
            names = "--names",
            paramLabel = "AsReadBuffer=my_name,...",
            description = "What the port calls the functions that it has, in C++ with their namespaces and classes."
                    + " Default: the original names.")
    private String names;

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "" + TRIES,
            description = "Scenarios for each clause, 1 to " + MOST_TRIES + ". Default: ${DEFAULT-VALUE}.")
    private int tries;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same scenarios. Default: a new one each time," + " or " + Seed.FIXED
                    + " where the variable CI is set.")
    private Long seed;

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
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Spec
    private CommandSpec spec;

    PortCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        if (tries < 1 || tries > MOST_TRIES) {
            throw CommandException.usage("--tries has to be 1 to " + MOST_TRIES + ", not " + tries);
        }
        for (Path file : Stream.concat(files.stream(), adapters.stream()).toList()) {
            if (!Files.isRegularFile(file)) {
                throw CommandException.usage("there is no file " + file);
            }
        }
        if (adapt != null) {
            return adapt();
        }
        PortNames wanted = wantedNames();
        Sanitizers sanitizers = sanitizers();
        ReportFolder folder = new ReportFolder(out, ReportForm.all());
        try {
            folder.prepare();
        } catch (IOException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
        String id = python == null ? CPythonProvider.BUNDLED : CPythonProvider.BUNDLED + ":" + python.toAbsolutePath();
        try (TemporaryFolder temporary = TemporaryFolder.create();
                Implementation reference = CPythonProvider.open(id, limits())) {
            Port port = build(id, sanitizers, temporary).of(absolute(files), absolute(adapters), wanted);
            if (sanitizers.any() && !port.fromSource()) {
                throw CommandException.usage("--sanitize needs the port's sources, not a library");
            }
            port.notes().forEach(note -> terminal.err().println("note: " + note));
            long chosen = Seed.of(seed, terminal);
            terminal.err().println("seed " + chosen);
            SuiteOptions options = new SuiteOptions(tries, chosen, PortClauses.of(port));
            return judge(port, sanitizers, reference, options, folder);
        } catch (PortException | UnavailableException | IOException unusable) {
            throw CommandException.notJudged(unusable.getMessage(), unusable);
        }
    }

    private int adapt() throws CommandException {
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            String text = build(CPythonProvider.BUNDLED, new Sanitizers(""), temporary).adapter(absolute(files), adapt);
            if (spec.commandLine().getParseResult().hasMatchedOption("--out")) {
                Files.writeString(out, text);
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
            Port port, Sanitizers sanitizers, Implementation reference, SuiteOptions options, ReportFolder folder)
            throws UnavailableException, IOException, CommandException {
        Stopwatch stopwatch = Stopwatch.start();
        try (Implementation model = implementations.open(Implementations.MODEL);
                Implementation loaded = PortLoader.open(port, sanitizers, limits());
                RunProgress progress = RunProgress.of(port.identity(), terminal)) {
            PortResult result = PortVerification.verify(
                    loaded, port.names().keySet(), reference, options, !contractOnly, progress.listener());
            Witnesses witnesses = new Witnesses();
            Run run = RunOf.port(
                    result,
                    reference.identity(),
                    witnesses,
                    scenario -> Optional.of(model.run(List.of(scenario)).get(0)),
                    Programs.ofPort(port, python, sanitizers, model));
            folder.write(repeated(options).about(List.of(run.with(stopwatch.measured()))), witnesses);
            PortLines.of(port, result, run, !contractOnly, out, new Paint(terminal.colour()))
                    .forEach(terminal.out()::println);
            result.suite().broken().ifPresent(terminal.err()::println);
            return status(result, run);
        }
    }

    private KitResults repeated(SuiteOptions options) {
        return KitResults.drawn(options.seed(), options.tries(), "port")
                .option("--python", python)
                .option("--cflags", cflags.isEmpty() ? null : cflags)
                .option("--ldflags", ldflags.isEmpty() ? null : ldflags)
                .option("--pkg-config", packages.isEmpty() ? null : String.join(",", packages))
                .option("--names", names)
                .option("--sanitize", sanitize.isEmpty() ? null : sanitize)
                .with(adapters.stream().flatMap(file -> Stream.of("--adapter", file.toString())).toList())
                .with(contractOnly ? List.of("--contract-only") : List.of())
                .with(files.stream().map(Path::toString).toList());
    }

    private static int status(PortResult result, Run run) {
        if (result.deviates() || !run.differences().isEmpty()) {
            return ExitStatus.DEVIATES;
        }
        return result.suite().conforms() ? ExitStatus.CONFORMS : ExitStatus.NOT_JUDGED;
    }

    private PortNames wantedNames() throws CommandException {
        try {
            return names == null ? PortNames.originals() : PortNames.parse(names);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage(wrong.getMessage(), wrong);
        }
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
