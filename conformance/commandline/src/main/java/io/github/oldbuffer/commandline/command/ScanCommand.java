package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Kit;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.Durations;
import io.github.oldbuffer.commandline.input.KnownChoice;
import io.github.oldbuffer.commandline.journal.JournalException;
import io.github.oldbuffer.commandline.journal.JournalFile;
import io.github.oldbuffer.commandline.journal.Resumption;
import io.github.oldbuffer.commandline.journal.ScanHeader;
import io.github.oldbuffer.commandline.journal.ScanJournal;
import io.github.oldbuffer.commandline.option.ConsumerOptions;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.option.SeedOption;
import io.github.oldbuffer.commandline.option.SourceRootOption;
import io.github.oldbuffer.commandline.option.WriteKnownOption;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.commandline.report.SourceRoot;
import io.github.oldbuffer.consumers.scan.Sandbox;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.process.interpreter.Interpreter;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./conform scan}: finds the functions of modules that take memory, and judges each. */
@Command(
        name = "scan",
        description = {
            "Finds the functions, methods and constructors of modules that take memory, and judges each as call does.",
            "They are called in a sandbox: without network, with every file system read-only.",
            "The exit status is 0 only where nothing is found that is not on file."
        })
public final class ScanCommand implements Callable<Integer> {

    private static final String STDLIB = "--stdlib";
    private static final String ONLY = "--only";
    private static final String SKIP = "--skip";
    private static final String SHARD = "--shard";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "MODULE",
            description = "Modules, packages with their extension modules, or installed distributions.")
    private List<String> names = List.of();

    @Option(names = STDLIB, description = "The extension modules of the interpreter's standard library.")
    private boolean standardLibrary;

    @Option(names = "--list", description = "Prints the calls that take memory, one a line, and judges nothing.")
    private boolean listed;

    @Option(
            names = ONLY,
            paramLabel = "GLOB,...",
            split = ",",
            description = "Names of functions to look at, such as 'zlib.*'.")
    private List<String> only = List.of();

    @Option(names = SKIP, paramLabel = "GLOB,...", split = ",", description = "Names of functions to leave out.")
    private List<String> skip = List.of();

    @Option(
            names = SHARD,
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
    private WriteKnownOption writeKnown;

    @Mixin
    private SourceRootOption sourceRoot;

    @Mixin
    private OutOption out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Goes on with the scan that was interrupted while it wrote its report to DIR, as it began.")
    private Path resume;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description =
                    "Looks at no further function after that long, such as 90s, 10m or 2h, and reports what it has.")
    private String duration;

    public ScanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        try {
            BooleanSupplier timeIsUp = timeIsUp();
            return resume == null ? begin(timeIsUp) : goOn(timeIsUp);
        } catch (JournalException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
    }

    /** Whether the time is up that there is from now on. */
    private BooleanSupplier timeIsUp() throws CommandException {
        if (duration == null) {
            return () -> false;
        }
        Duration time = Durations.parse(duration)
                .orElseThrow(() ->
                        CommandException.usage("--duration has to be a time such as 90s, 10m or 2h, not " + duration));
        long until = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() - until >= 0;
    }

    private int begin(BooleanSupplier timeIsUp) throws CommandException, JournalException {
        if (names.isEmpty() != standardLibrary) {
            throw CommandException.usage("scan takes either names of modules or --stdlib");
        }
        if (names.stream().anyMatch(String::isBlank)) {
            throw CommandException.usage("the name of a module is empty");
        }
        ScanPlan.part(shard);
        SourceRoot root = sourceRoot.root();
        known.chosen();
        writeKnown.check();
        ReportFolder folder = listed ? null : Report.prepared(out.folder());
        WorkerSetting setting = setting();
        ScanPlan plan = new ScanPlan(header(setting.interpreter()), out.folder());
        if (listed) {
            return new ScanSession(terminal, plan, setting, writeKnown, root, timeIsUp).list();
        }
        boolean interrupted = JournalFile.isIn(out.folder());
        try (ScanJournal journal = ScanJournal.begin(out.folder(), plan.header())) {
            if (interrupted) {
                terminal.err()
                        .println("the run that was interrupted in " + out.folder() + " is given up; scan --resume "
                                + out.folder() + " would have gone on with it");
            }
            return new ScanSession(terminal, plan, setting, writeKnown, root, timeIsUp)
                    .judge(journal, new Report(terminal, folder));
        }
    }

    private int goOn(BooleanSupplier timeIsUp) throws CommandException, JournalException {
        if (listed) {
            throw CommandException.usage("--list judges nothing, so there is nothing that --resume could go on with");
        }
        SourceRoot root = sourceRoot.root();
        writeKnown.check();
        try (ScanJournal journal = ScanJournal.resume(resume)) {
            ScanHeader header = journal.header();
            compare(new Resumption(resume, header), header);
            ScanPlan plan = ScanPlan.of(header, resume);
            WorkerSetting setting = sandboxed(ConsumerOptions.setting(plan.python(), plan.paths()), header.sandbox());
            String version = version(setting.interpreter());
            if (!version.equals(header.version())) {
                throw CommandException.usage(header.python() + " was " + header.version()
                        + " when the scan began and is " + version + " now; start the scan anew");
            }
            return new ScanSession(terminal, plan, setting, writeKnown, root, timeIsUp)
                    .judge(journal, new Report(terminal, Report.prepared(resume)));
        }
    }

    private ScanHeader header(Interpreter interpreter) throws CommandException {
        return new ScanHeader(
                Kit.version(),
                seed.chosen(terminal),
                names,
                interpreter.executable().toString(),
                consumer.interpreter() != null,
                version(interpreter),
                consumer.absolute().stream().map(Path::toString).toList(),
                only,
                skip,
                shard,
                !noSandbox,
                known.given(),
                KnownChoice.digest(known.given()),
                LocalDate.now().toString());
    }

    private static String version(Interpreter interpreter) {
        return (interpreter.name() + " " + interpreter.version() + " " + interpreter.soabi()).strip();
    }

    private void compare(Resumption resumption, ScanHeader header) throws CommandException {
        resumption.sameKit(Kit.version());
        if (!names.isEmpty() || standardLibrary) {
            resumption.same("MODULE", modules(names), modules(header.names()));
        }
        if (given(ConsumerOptions.PYTHON)) {
            resumption.same(ConsumerOptions.PYTHON, consumer.interpreter(), header.python());
        }
        if (given(ConsumerOptions.PATH)) {
            resumption.same(
                    ConsumerOptions.PATH,
                    consumer.absolute().stream().map(Path::toString).toList(),
                    header.paths());
        }
        if (given(ONLY)) {
            resumption.same(ONLY, only, header.only());
        }
        if (given(SKIP)) {
            resumption.same(SKIP, skip, header.skip());
        }
        if (given(SHARD)) {
            resumption.same(SHARD, shard, header.shard());
        }
        if (noSandbox) {
            resumption.same("--no-sandbox", true, !header.sandbox());
        }
        if (given(SeedOption.NAME)) {
            resumption.same(SeedOption.NAME, seed.given(), header.seed());
        }
        if (given(KnownOption.NAME)) {
            resumption.same(KnownOption.NAME, known.given(), header.known());
        }
        if (given(OutOption.NAME)) {
            resumption.sameFolder(out.folder());
        }
        resumption.sameKnown(KnownChoice.digest(header.known()));
    }

    private static List<String> modules(List<String> named) {
        return named.isEmpty() ? List.of(STDLIB) : named;
    }

    private boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** Where the options have functions called. */
    WorkerSetting setting() throws CommandException {
        return sandboxed(consumer.setting(), !noSandbox);
    }

    private static WorkerSetting sandboxed(WorkerSetting setting, boolean sandbox) throws CommandException {
        try {
            return sandbox ? setting.in(Sandbox.words(System.getenv())) : setting;
        } catch (UnavailableException none) {
            throw CommandException.notJudged(none.getMessage(), none);
        }
    }
}
