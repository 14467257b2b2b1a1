package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Kit;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.ClausePatterns;
import io.github.oldbuffer.commandline.input.KnownChoice;
import io.github.oldbuffer.commandline.journal.JournalException;
import io.github.oldbuffer.commandline.journal.JournalFile;
import io.github.oldbuffer.commandline.journal.JournalHeader;
import io.github.oldbuffer.commandline.journal.Resumption;
import io.github.oldbuffer.commandline.option.ImplementationOption;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.option.SeedOption;
import io.github.oldbuffer.commandline.option.SourceRootOption;
import io.github.oldbuffer.commandline.option.TriesOption;
import io.github.oldbuffer.commandline.option.WriteKnownOption;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.commandline.report.Sources;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.suite.SuiteOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./conform run}: the whole suite on implementations. */
@Command(
        name = "run",
        sortOptions = false,
        description = "Judges implementations, clause by clause, and writes a report.")
public final class RunCommand implements Callable<Integer> {

    public static final String CLAUSES = "--clauses";

    private final Terminal terminal;
    private final Implementations implementations;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ImplementationOption implementation;

    @Mixin
    private TriesOption tries;

    @Mixin
    private SeedOption seed;

    @Option(
            names = CLAUSES,
            paramLabel = "GLOB",
            defaultValue = "*",
            description = "Which clauses, such as 'READ-*,CHECK-1'. Default: all.")
    private String clauses;

    @Mixin
    private KnownOption known;

    @Mixin
    private WriteKnownOption writeKnown;

    @Mixin
    private OutOption out;

    @Mixin
    private SourceRootOption sourceRoot;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Goes on with the run that was interrupted while it wrote its report to DIR, as it began.")
    private Path resume;

    public RunCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        writeKnown.check();
        try {
            return resume == null ? begin() : goOn();
        } catch (JournalException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
    }

    private int begin() throws CommandException, JournalException {
        List<String> wanted = ClausePatterns.ids(clauses);
        List<String> ids = implementation.provided(implementations);
        String digest = KnownChoice.digest(known.given());
        JournalHeader header = new JournalHeader(
                Kit.version(),
                seed.chosen(terminal),
                tries.orElse(SuiteOptions.DEFAULT.tries()),
                wanted,
                ids.isEmpty() ? implementations.defaults() : implementation.distinct(),
                !ids.isEmpty(),
                known.given(),
                digest,
                LocalDate.now().toString());
        RunPlan plan = plan(header, out.folder());
        ReportFolder folder = Report.prepared(out.folder());
        boolean interrupted = JournalFile.isIn(out.folder());
        try (JournalFile journal = JournalFile.begin(out.folder(), header)) {
            if (interrupted) {
                terminal.err()
                        .println("the run that was interrupted in " + out.folder() + " is given up; run --resume "
                                + out.folder()
                                + " would have gone on with it");
            }
            return new RunSession(terminal, implementations, plan, journal, folder, writeKnown).run();
        }
    }

    private int goOn() throws CommandException, JournalException {
        try (JournalFile journal = JournalFile.resume(resume)) {
            JournalHeader header = journal.header();
            Resumption resumption = new Resumption(resume, header);
            compare(resumption, header);
            for (String id : header.implementations()) {
                implementations.providerOf(id);
            }
            RunPlan plan = plan(header, resume);
            return new RunSession(terminal, implementations, plan, journal, Report.prepared(resume), writeKnown).run();
        }
    }

    private void compare(Resumption resumption, JournalHeader header) throws CommandException {
        resumption.sameKit(Kit.version());
        if (given(ImplementationOption.NAME)) {
            resumption.same("-i", implementation.distinct(), header.implementations());
        }
        if (given(TriesOption.NAME)) {
            resumption.same(TriesOption.NAME, tries.orElse(header.tries()), header.tries());
        }
        if (given(SeedOption.NAME)) {
            resumption.same(SeedOption.NAME, seed.given(), header.seed());
        }
        if (given(CLAUSES)) {
            resumption.same(CLAUSES, ClausePatterns.ids(clauses), header.clauses());
        }
        if (given(KnownOption.NAME)) {
            resumption.same(KnownOption.NAME, known.given(), header.known());
        }
        if (given(OutOption.NAME)) {
            resumption.sameFolder(out.folder());
        }
        resumption.sameKnown(KnownChoice.digest(header.known()));
    }

    private boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private RunPlan plan(JournalHeader header, Path folder) throws CommandException {
        SuiteOptions options;
        try {
            options = new SuiteOptions(header.tries(), header.seed(), header.clauses());
            LocalDate.parse(header.day());
        } catch (IllegalArgumentException | DateTimeParseException damaged) {
            throw CommandException.usage("the journal in " + folder + " is damaged: " + damaged.getMessage(), damaged);
        }
        return new RunPlan(
                header,
                options,
                KnownChoice.of(header.known()),
                Sources.ofKnown(header.known(), sourceRoot.root()),
                folder);
    }
}
