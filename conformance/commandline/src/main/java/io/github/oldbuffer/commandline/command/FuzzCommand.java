package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.Durations;
import io.github.oldbuffer.commandline.option.ImplementationOption;
import io.github.oldbuffer.commandline.option.KnownOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.print.Words;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.fuzzing.campaign.CampaignPlan;
import io.github.oldbuffer.fuzzing.campaign.CorpusFolder;
import io.github.oldbuffer.fuzzing.campaign.CorpusMerge;
import io.github.oldbuffer.fuzzing.campaign.CorpusSeeds;
import io.github.oldbuffer.fuzzing.targets.FuzzTarget;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./conform fuzz}: a campaign, or the merging of its corpus. */
@Command(
        name = "fuzz",
        sortOptions = false,
        description = {
            "Searches for deviations that nobody imagined, with Jazzer, for as long as it may.",
            "Ctrl-C ends it early and cleanly. The same --corpus and --out go on where an earlier campaign ended."
        })
public final class FuzzCommand implements Callable<Integer> {

    private static final int MOST_PROCESSES = 256;

    private final Terminal terminal;
    private final Implementations implementations;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ImplementationOption implementation;

    @Option(
            names = "--target",
            paramLabel = "T",
            defaultValue = "contract",
            description =
                    "contract, differential, or about the kit itself: probe, protocol, roundtrip; empty does nothing. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String target;

    @Option(
            names = "--duration",
            paramLabel = "D",
            defaultValue = "1m",
            description = "How long, such as 90s, 10m or 2h. Default: ${DEFAULT-VALUE}.")
    private String duration;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            defaultValue = "corpus",
            description = "The folder of inputs; an empty one gets seeds. Default: ${DEFAULT-VALUE}.")
    private Path corpus;

    @Option(names = "--jobs", paramLabel = "N", description = "Processes at once. Default: one for each processor.")
    private Integer jobs;

    @Option(names = "--stop-on-new", description = "Stop at the first finding that is not on file.")
    private boolean stopOnNew;

    @Option(
            names = "--native",
            description = "Have clang compile a port, -i port:FILE.c, so that the search goes by its C code too.")
    private boolean nativeCoverage;

    @Option(names = "--merge", description = "Do not fuzz; keep of the corpus only inputs that add something.")
    private boolean merge;

    @Mixin
    private KnownOption known;

    @Mixin
    private OutOption out;

    public FuzzCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        if (implementation.distinct().stream().anyMatch(Call::isId)) {
            return ofCall();
        }
        FuzzTarget wanted = FuzzTarget.of(target)
                .orElseThrow(() -> CommandException.usage("there is no target " + target + "; there are: "
                        + Arrays.stream(FuzzTarget.values())
                                .map(FuzzTarget::word)
                                .collect(Collectors.joining(", "))));
        Duration time = time();
        int processes = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
        if (processes < 1 || processes > MOST_PROCESSES) {
            throw CommandException.usage("--jobs has to be 1 to " + MOST_PROCESSES + ", not " + processes);
        }
        List<String> ids = implementation.provided(implementations);
        if (ids.size() != wanted.implementations()) {
            throw CommandException.usage("the target " + wanted.word() + " needs -i "
                    + (wanted.implementations() == 0
                            ? "not at all"
                            : Words.count(wanted.implementations(), "time", "times"))
                    + ", and it was given " + Words.count(ids.size(), "time", "times"));
        }
        if (nativeCoverage
                && (ids.isEmpty() || !implementations.providerOf(ids.get(0)).isWatchable(ids.get(0)))) {
            throw CommandException.usage("--native is about the C code of a port: -i port:FILE.c");
        }
        Optional<KnownDeviations> onFile = known.chosen();
        if (merge && wanted.implementations() == 0) {
            throw CommandException.usage(
                    "--merge goes by what implementations do; the target " + wanted.word() + " has none");
        }
        if (Files.exists(corpus) && !Files.isDirectory(corpus)) {
            throw CommandException.usage("--corpus " + corpus + " is no folder");
        }
        CorpusFolder inputs = new CorpusFolder(corpus);
        prepare(inputs, wanted);
        if (merge) {
            return merged(inputs, ids);
        }
        ReportFolder folder = Report.prepared(out.folder());
        try {
            Path session =
                    Files.createDirectories(out.folder().resolve("campaign").resolve(name(wanted, ids)));
            CampaignPlan plan = new CampaignPlan(wanted, ids, time, corpus, session, processes, nativeCoverage);
            return new FuzzSession(terminal, implementations, plan, onFile, stopOnNew, folder).run();
        } catch (IOException unusable) {
            throw CommandException.usage(unusable.getMessage(), unusable);
        }
    }

    private Duration time() throws CommandException {
        return Durations.parse(duration)
                .orElseThrow(() ->
                        CommandException.usage("--duration has to be a time such as 90s, 10m or 2h, not " + duration));
    }

    /** Functions that take memory have scenarios of their own, which need no Jazzer. */
    private int ofCall() throws CommandException {
        List<String> ids = implementation.distinct();
        if (ids.size() != 1) {
            throw CommandException.usage("a function that takes memory is searched alone: one -i call:EXPRESSION");
        }
        for (String option : List.of("--target", "--corpus", "--jobs", "--native", "--merge")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw CommandException.usage(
                        option + " is not about functions that take memory, such as " + ids.get(0));
            }
        }
        return new CallFuzz(terminal, ids.get(0), time(), stopOnNew, known, out).run();
    }

    private void prepare(CorpusFolder inputs, FuzzTarget wanted) throws CommandException {
        try {
            inputs.prepare(() -> CorpusSeeds.of(wanted));
        } catch (IOException unusable) {
            throw CommandException.usage(
                    "--corpus " + corpus + " cannot be used as a folder of inputs; may it be read and written?",
                    unusable);
        }
    }

    private int merged(CorpusFolder inputs, List<String> ids) throws CommandException {
        try (Implementation implementation = implementations.open(ids.get(0))) {
            CorpusMerge.Merged merged = CorpusMerge.merge(inputs, implementation);
            terminal.out()
                    .println("kept " + merged.kept() + " of " + Words.count(merged.before(), "input", "inputs")
                            + ", which show all " + merged.behaviours() + " behaviours");
            return ExitStatus.CONFORMS;
        } catch (IOException unusable) {
            throw CommandException.usage(
                    "--corpus " + corpus + " cannot be merged: " + unusable.getMessage(), unusable);
        }
    }

    /** A part of a path that no id can leave. */
    private String name(FuzzTarget wanted, List<String> ids) {
        String who =
                ids.stream().map(id -> id.replaceAll("[^A-Za-z0-9.-]+", "-")).collect(Collectors.joining("-and-"));
        return wanted.word() + (who.isEmpty() ? "" : "-" + who);
    }
}
