package io.github.oldbuffer.commandline;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.Port;
import io.github.oldbuffer.ports.PortBuild;
import io.github.oldbuffer.ports.PortClauses;
import io.github.oldbuffer.ports.PortException;
import io.github.oldbuffer.ports.PortLoader;
import io.github.oldbuffer.ports.PortNames;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
            description = "C or C++ sources of the port, or one shared library.")
    private List<Path> files;

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "The CPython executable to run it in. Default: the CPython that comes with the kit.")
    private Path python;

    @Option(names = "--cflags", paramLabel = "FLAGS", defaultValue = "", description = "For the compiler.")
    private String cflags;

    @Option(
            names = "--names",
            paramLabel = "AsReadBuffer=my_name,...",
            description = "What the port calls the functions that it has. Default: the original names.")
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

    PortCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        if (tries < 1 || tries > MOST_TRIES) {
            throw CommandException.usage("--tries has to be 1 to " + MOST_TRIES + ", not " + tries);
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw CommandException.usage("there is no file " + file);
            }
        }
        PortNames wanted = wantedNames();
        Sanitizers sanitizers = sanitizers();
        List<String> flags = new ArrayList<>(flags());
        flags.addAll(sanitizers.flags());
        ReportFolder folder = new ReportFolder(out, ReportForm.all());
        try {
            folder.prepare();
        } catch (IOException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
        String id = python == null ? CPythonProvider.BUNDLED : CPythonProvider.BUNDLED + ":" + python.toAbsolutePath();
        try (TemporaryFolder temporary = TemporaryFolder.create();
                Implementation reference = CPythonProvider.open(id, limits())) {
            Port port = new PortBuild(
                            CPythonProvider.python(id), CCompiler.find(System.getenv()), flags, temporary.path())
                    .of(files.stream().map(Path::toAbsolutePath).toList(), wanted);
            if (sanitizers.any() && !port.fromSource()) {
                throw CommandException.usage("--sanitize needs the port's sources, not a library");
            }
            port.notes().forEach(note -> terminal.err().println("note: " + note));
            long chosen = Seed.of(seed, terminal);
            terminal.err().println("seed " + chosen);
            SuiteOptions options =
                    new SuiteOptions(tries, chosen, PortClauses.of(port.names().keySet()));
            return judge(port, sanitizers, reference, options, folder);
        } catch (PortException | UnavailableException | IOException unusable) {
            throw CommandException.notJudged(unusable.getMessage(), unusable);
        }
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
                .option("--names", names)
                .option("--sanitize", sanitize.isEmpty() ? null : sanitize)
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

    private List<String> flags() throws CommandException {
        try {
            return ShellWords.of(cflags);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage("--cflags: " + wrong.getMessage(), wrong);
        }
    }

    private static WorkerLimits limits() {
        return WorkerLimits.DEFAULT.withScenario(SCENARIO_LIMIT);
    }
}
