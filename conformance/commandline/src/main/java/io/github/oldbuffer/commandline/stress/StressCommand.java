package io.github.oldbuffer.commandline.stress;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.input.NameGlob;
import io.github.oldbuffer.commandline.input.ScenarioFile;
import io.github.oldbuffer.commandline.option.ImplementationOption;
import io.github.oldbuffer.commandline.option.OutOption;
import io.github.oldbuffer.commandline.option.SeedOption;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.ports.stress.StressJudge;
import io.github.oldbuffer.ports.stress.StressPlan;
import io.github.oldbuffer.ports.stress.StressTarget;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./conform stress}: what only shows over time. */
@Command(
        name = "stress",
        sortOptions = false,
        description = {
            "Judges what only shows over time: whether memory grows with the number of calls, whether objects that hold"
                    + " a view of themselves are collected, and whether four threads get in each other's way.",
            "-i names CPythons, PyPys and ports (port:FILE, port:FILE:AsReadBuffer=my_read)."
        })
public final class StressCommand implements Callable<Integer> {

    private static final String DEFAULT = "cpython";
    private static final int MOST = 10_000_000;

    private final Terminal terminal;
    private final Implementations implementations;

    @Mixin
    private ImplementationOption implementation;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Of a scenario that a first thousand of them has made suspicious, " + StressPlan.FEWEST
                    + " at least." + " Default: ${DEFAULT-VALUE}.")
    private int repetitions;

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "4",
            description = "Scenarios for each clause of the functions that are repeated: those that a run draws first."
                    + " Default: ${DEFAULT-VALUE}.")
    private int tries;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Of each of the four threads, which stop after 20 s in any case. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--clauses",
            paramLabel = "GLOB",
            defaultValue = "*",
            description =
                    "Judges by these alone: STRESS-1 memory, STRESS-2 the collector, STRESS-3 threads. Default: all.")
    private String clauses;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description =
                    "Repeats this scenario, or that of a finding's witness.json, alone, and judges by STRESS-1 alone.")
    private Path scenario;

    @Mixin
    private SeedOption seed;

    @Mixin
    private OutOption out;

    public StressCommand(Terminal terminal, Implementations implementations) {
        this.terminal = terminal;
        this.implementations = implementations;
    }

    @Override
    public Integer call() throws CommandException {
        atLeast("--repetitions", repetitions, StressPlan.FEWEST);
        atLeast("--tries", tries, 1);
        atLeast("--steps", steps, 1);
        implementation.provided(implementations);
        List<String> ids = implementation.distinct().isEmpty() ? List.of(DEFAULT) : implementation.distinct();
        Optional<Scenario> only = scenario == null ? Optional.empty() : Optional.of(ScenarioFile.toRepeat(scenario));
        long drawn = seed.chosen(terminal);
        StressPlan plan = new StressPlan(drawn, tries, repetitions, steps, chosen(), only);
        Report report = new Report(terminal, Report.prepared(out.folder()));
        terminal.out().println("seed " + drawn);
        List<Run> runs = new ArrayList<>();
        int status = judge(ids, plan, runs);
        if (runs.isEmpty()) {
            return status;
        }
        report.print(report.write(KitResults.drawn(drawn, tries, "stress")
                .implementations(ids)
                .option("--repetitions", repetitions)
                .option("--steps", steps)
                .option("--clauses", clauses.equals("*") ? null : clauses)
                .option("--scenario", scenario)
                .about(runs)));
        for (Run run : runs) {
            status = ExitStatus.worse(status, ExitStatus.of(run));
        }
        return status;
    }

    private Set<String> chosen() throws CommandException {
        Predicate<String> asked = NameGlob.any(List.of((scenario == null ? clauses : "STRESS-1").split(",")));
        Set<String> chosen =
                Clauses.ofStress().stream().map(Clause::id).filter(asked).collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            throw CommandException.usage("no clause about what shows over time matches '" + Printable.of(clauses)
                    + "'; STRESS-1 to STRESS-3 are there");
        }
        return chosen;
    }

    private int judge(List<String> ids, StressPlan plan, List<Run> runs) {
        int status = ExitStatus.CONFORMS;
        for (String id : ids) {
            Stopwatch stopwatch = Stopwatch.start();
            try (StressTarget target = StressTarget.of(id)) {
                runs.add(StressJudge.judge(target, plan).withMeasured(stopwatch.measured()));
            } catch (UnavailableException | IOException unusable) {
                terminal.err().println(Printable.of(id + " could not be judged: " + unusable.getMessage()));
                status = ExitStatus.NOT_JUDGED;
            }
        }
        return status;
    }

    private static void atLeast(String option, int given, int least) throws CommandException {
        if (given < least || given > MOST) {
            throw CommandException.usage(option + " has to be " + least + " to " + MOST + ", not " + given);
        }
    }
}
