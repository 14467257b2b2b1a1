package io.github.oldbuffer.commandline;

import io.github.oldbuffer.commandline.journal.JournalException;
import io.github.oldbuffer.commandline.journal.JournalFile;
import io.github.oldbuffer.commandline.journal.JournalHeader;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.ReportForm;
import io.github.oldbuffer.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./conform run}: the whole suite on implementations. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Kit.class,
        sortOptions = false,
        description = "Judges implementations, clause by clause, and writes a report.")
final class RunCommand implements Callable<Integer> {

    static final int MOST_TRIES = 1_000_000;

    private static final String IMPLEMENTATION = "--implementation";
    private static final String TRIES = "--tries";
    private static final String SEED = "--seed";
    static final String CLAUSES = "--clauses";
    static final String KNOWN = "--known";
    private static final String OUT = "--out";

    private final Terminal terminal;
    private final Implementations implementations;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-i", IMPLEMENTATION},
            paramLabel = "ID",
            description = "Which implementation; may be repeated. Default: every one that is available here.")
    private List<String> ids = List.of();

    @Option(
            names = TRIES,
            paramLabel = "N",
            defaultValue = "1000",
            description = "Scenarios for each clause, 1 to 1000000. Default: ${DEFAULT-VALUE}.")
    private int tries;

    @Option(
            names = SEED,
            paramLabel = "S",
            description =
                    "Of every random choice; the same seed gives the same scenarios. Default: a new one each time,"
                            + " or " + Seed.FIXED + " where the variable CI is set.")
    private Long seed;

    @Option(
            names = CLAUSES,
            paramLabel = "GLOB",
            defaultValue = "*",
            description = "Which clauses, such as 'READ-*,CHECK-1'. Default: all.")
    private String clauses;

    @Option(
            names = KNOWN,
            paramLabel = "FILE|none",
            description = "Known deviations, or none. Default: what the kit has on file.")
    private String known;

    @Option(
            names = OUT,
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Goes on with the run that was interrupted while it wrote its report to DIR, as it began.")
    private Path resume;

    RunCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        try {
            return resume == null ? begin() : goOn();
        } catch (JournalException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
    }

    private int begin() throws CommandException, JournalException {
        if (tries < 1 || tries > MOST_TRIES) {
            throw CommandException.usage("--tries has to be 1 to " + MOST_TRIES + ", not " + tries);
        }
        List<String> wanted = ClausePatterns.ids(clauses);
        String digest = KnownChoice.digest(known);
        for (String id : ids) {
            implementations.providerOf(id);
        }
        JournalHeader header = new JournalHeader(
                Kit.version(),
                Seed.of(seed, terminal),
                tries,
                wanted,
                distinct(ids.isEmpty() ? implementations.defaults() : ids),
                !ids.isEmpty(),
                known,
                digest,
                LocalDate.now().toString());
        RunPlan plan = plan(header, out);
        ReportFolder folder = prepared(out);
        boolean interrupted = JournalFile.isIn(out);
        try (JournalFile journal = JournalFile.begin(out, header)) {
            if (interrupted) {
                terminal.err()
                        .println("the run that was interrupted in " + out + " is given up; run --resume " + out
                                + " would have gone on with it");
            }
            return new RunSession(terminal, implementations, plan, journal, folder).run();
        }
    }

    private int goOn() throws CommandException, JournalException {
        try (JournalFile journal = JournalFile.resume(resume)) {
            JournalHeader header = journal.header();
            Resumption resumption = new Resumption(resume, header);
            compare(resumption);
            for (String id : header.implementations()) {
                implementations.providerOf(id);
            }
            RunPlan plan = plan(header, resume);
            return new RunSession(terminal, implementations, plan, journal, prepared(resume)).run();
        }
    }

    private void compare(Resumption resumption) throws CommandException {
        JournalHeader header = resumption.header();
        resumption.sameKit(Kit.version());
        if (given(IMPLEMENTATION)) {
            resumption.same("-i", distinct(ids), header.implementations());
        }
        if (given(TRIES)) {
            resumption.same(TRIES, tries, header.tries());
        }
        if (given(SEED)) {
            resumption.same(SEED, seed, header.seed());
        }
        if (given(CLAUSES)) {
            resumption.same(CLAUSES, ClausePatterns.ids(clauses), header.clauses());
        }
        if (given(KNOWN)) {
            resumption.same(KNOWN, known, header.known());
        }
        if (given(OUT)) {
            resumption.sameFolder(out);
        }
        resumption.sameKnown(KnownChoice.digest(header.known()));
    }

    private static List<String> distinct(List<String> ids) {
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    private boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private static RunPlan plan(JournalHeader header, Path folder) throws CommandException {
        SuiteOptions options;
        try {
            options = new SuiteOptions(header.tries(), header.seed(), header.clauses());
            LocalDate.parse(header.day());
        } catch (IllegalArgumentException | DateTimeParseException damaged) {
            throw CommandException.usage("the journal in " + folder + " is damaged: " + damaged.getMessage(), damaged);
        }
        return new RunPlan(header, options, KnownChoice.of(header.known()), folder);
    }

    private static ReportFolder prepared(Path out) throws CommandException {
        ReportFolder folder = new ReportFolder(out, ReportForm.all());
        try {
            folder.prepare();
            return folder;
        } catch (IOException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
    }
}
