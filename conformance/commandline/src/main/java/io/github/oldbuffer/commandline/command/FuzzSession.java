package io.github.oldbuffer.commandline.command;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.commandline.Interruption;
import io.github.oldbuffer.commandline.Stopwatch;
import io.github.oldbuffer.commandline.Terminal;
import io.github.oldbuffer.commandline.print.FuzzStatus;
import io.github.oldbuffer.commandline.report.KitResults;
import io.github.oldbuffer.commandline.report.ModelAnswers;
import io.github.oldbuffer.commandline.report.Report;
import io.github.oldbuffer.fuzzing.campaign.Campaign;
import io.github.oldbuffer.fuzzing.campaign.CampaignException;
import io.github.oldbuffer.fuzzing.campaign.CampaignPlan;
import io.github.oldbuffer.fuzzing.campaign.Figures;
import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.fuzzing.targets.Lead;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.Compared;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Examiner;
import io.github.oldbuffer.suite.search.Explored;
import io.github.oldbuffer.suite.search.Judged;
import io.github.oldbuffer.suite.search.Replays;
import io.github.oldbuffer.suite.search.Search;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Try;
import io.github.oldbuffer.suite.search.Verdicts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Carries a campaign out, and reports what it and those before it in the same folder found.
 *
 * @param folder prepared already
 */
public record FuzzSession(
        Terminal terminal,
        Implementations implementations,
        CampaignPlan plan,
        Optional<KnownDeviations> onFile,
        boolean stopOnNew,
        ReportFolder folder) {

    private static final int LARGEST_BATCH = 64;

    /** Fuzzes, looks into what was found, writes the report and prints the result; returns the exit status. */
    public int run() throws CommandException {
        return plan.implementations().isEmpty() ? kit() : judged();
    }

    private int judged() throws CommandException {
        Stopwatch stopwatch = Stopwatch.start();
        try (Implementation implementation =
                        implementations.open(plan.implementations().get(0));
                Campaign campaign = campaign()) {
            Identity identity = implementation.identity();
            KnownDeviations known = onFile.orElseGet(
                            () -> KnownDeviations.builtIn(identity).and(KnownDeviations.beyondTheContract(identity)))
                    .of(identity)
                    .on(LocalDate.now());
            return interruptible(campaign, () -> {
                campaign.knowDeaths(known.entries().stream()
                        .filter(entry -> entry.clause().isEmpty())
                        .map(KnownDeviation::witness)
                        .filter(Scenario.class::isInstance)
                        .map(Scenario.class::cast)
                        .toList());
                Figures figures = fuzz(campaign, known);
                List<Lead> leads = campaign.leads();
                if (!figures.ranAny() && leads.stream().allMatch(Lead::isDeath)) {
                    throw CommandException.notJudged(
                            String.format(
                                    Locale.ROOT,
                                    "the campaign ended after %.0f s, before anything ran: starting takes some seconds",
                                    figures.seconds()),
                            null);
                }
                Explored explored = explored(implementation, leads, campaign, figures, known);
                return report(explored, leads, figures, stopwatch);
            });
        }
    }

    private Campaign campaign() throws CommandException {
        try {
            return new Campaign(plan);
        } catch (CampaignException unusable) {
            throw CommandException.notJudged(unusable.getMessage(), unusable);
        }
    }

    private Figures fuzz(Campaign campaign, KnownDeviations known) throws CommandException {
        FuzzStatus status = new FuzzStatus(terminal, plan.duration());
        Set<String> onFileKeys = new TreeSet<>();
        known.entries().forEach(entry -> entry.symptoms().forEach(symptom -> onFileKeys.add(symptom)));
        try {
            campaign.run(
                    status::show,
                    lead -> stopOnNew && !lead.isDeath() && onFileKeys.stream().noneMatch(lead.key()::endsWith));
            return campaign.figures();
        } catch (CampaignException failed) {
            throw CommandException.notJudged(failed.getMessage(), failed);
        } finally {
            status.end();
        }
    }

    /** Runs the scenarios of the leads where a death does no harm. */
    private Explored explored(
            Implementation implementation, List<Lead> leads, Campaign campaign, Figures figures, KnownDeviations known)
            throws CommandException {
        if (plan.implementations().size() == 1) {
            return explored(Judged.byEveryClause(implementation), leads, campaign, figures, known);
        }
        try (Implementation other = implementations.open(plan.implementations().get(1))) {
            return explored(new Compared(implementation, other), leads, campaign, figures, known);
        }
    }

    private Explored explored(
            Examiner examiner, List<Lead> leads, Campaign campaign, Figures figures, KnownDeviations known)
            throws CommandException {
        List<Try> tries = leads.stream()
                .map(Lead::input)
                .map(FuzzCodec::decode)
                .flatMap(Optional::stream)
                .map(scenario -> new Try("", scenario))
                .toList();
        Tally tally = new Tally();
        new Search(examiner, LARGEST_BATCH, new DeathBudget(), Search.Watcher.NONE).run(tries.iterator(), tally);
        campaign.exercised().forEach(tally::exercised);
        List<String> clauses = Clauses.all().stream()
                .map(Clause::id)
                .filter(tally.clauses()::contains)
                .toList();
        Explored explored = Explored.of(examiner, tally, known, Replays.NOTHING);
        List<ClauseResult> verdicts = Verdicts.of(clauses, tally, explored.run().findings());
        Run run = explored.with(verdicts, null)
                .run()
                .withScenarios(figures.executions(), figures.unsupported())
                .withLeftOut(0);
        try (ModelAnswers model = ModelAnswers.from(implementations)) {
            return new Explored(model.evidence(plan.implementations().get(0)).of(run), explored.lost());
        }
    }

    private int report(Explored explored, List<Lead> leads, Figures figures, Stopwatch stopwatch)
            throws CommandException {
        Report report = new Report(terminal, folder);
        Run run = explored.run().withMeasured(stopwatch.measured());
        Results results = KitResults.of("fuzz", "--target", plan.target().word())
                .option("--duration", plan.duration().toSeconds() + "s")
                .option("--corpus", plan.corpus())
                .implementations(plan.implementations())
                .about(List.of(run));
        report.print(report.write(results));
        Set<String> found = run.findings().stream().map(Lead::key).collect(Collectors.toSet());
        leads.stream()
                .filter(lead -> !lead.isDeath() && !found.contains(lead.key()))
                .forEach(lead -> terminal.err()
                        .println("found once, but no replay shows it: " + lead.key() + "; its input is in "
                                + plan.session()));
        summary(figures);
        return ExitStatus.of(run);
    }

    /** A campaign about the kit itself: whatever it found is a fault. */
    private int kit() throws CommandException {
        try (Campaign campaign = campaign()) {
            return interruptible(campaign, () -> {
                Figures figures = fuzz(campaign, KnownDeviations.NONE);
                List<Lead> leads = campaign.leads();
                for (Lead lead : leads) {
                    terminal.out()
                            .println("a fault of the kit: " + (lead.isDeath() ? "a death of the process" : lead.key()));
                }
                terminal.out()
                        .println(
                                leads.isEmpty()
                                        ? "no fault of the kit was found"
                                        : "the inputs are in " + plan.session());
                summary(figures);
                return leads.isEmpty() ? ExitStatus.CONFORMS : ExitStatus.DEVIATES;
            });
        }
    }

    /** What Ctrl-C ends early. */
    private static int interruptible(Campaign campaign, Work work) throws CommandException {
        try (Interruption interruption = Interruption.stops(campaign::stop)) {
            return work.done();
        } catch (CampaignException failed) {
            throw CommandException.notJudged(failed.getMessage(), failed);
        }
    }

    /** Gives the exit status. */
    @FunctionalInterface
    private interface Work {
        int done() throws CampaignException, CommandException;
    }

    private void summary(Figures figures) {
        terminal.err()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %,d executions in %.0f s, %,.0f a second once it ran; %,d stand for nothing, %,d not supported,"
                                + " %,d left out because their calls kill; %,d behaviours, corpus %,d, deaths %d",
                        plan.target().word(),
                        figures.executions(),
                        figures.seconds(),
                        figures.speed(),
                        figures.rejected(),
                        figures.unsupported(),
                        figures.avoided(),
                        figures.behaviours(),
                        figures.corpus(),
                        figures.deaths()));
    }
}
