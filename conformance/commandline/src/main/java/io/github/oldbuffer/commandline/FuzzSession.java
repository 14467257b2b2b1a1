package io.github.oldbuffer.commandline;

import io.github.oldbuffer.fuzzing.campaign.Campaign;
import io.github.oldbuffer.fuzzing.campaign.CampaignException;
import io.github.oldbuffer.fuzzing.campaign.CampaignPlan;
import io.github.oldbuffer.fuzzing.campaign.Figures;
import io.github.oldbuffer.fuzzing.campaign.Investigated;
import io.github.oldbuffer.fuzzing.campaign.Investigation;
import io.github.oldbuffer.fuzzing.targets.Lead;
import io.github.oldbuffer.reports.folder.ReportFolder;
import io.github.oldbuffer.reports.folder.Witnesses;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.suite.DeathWords;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Carries a campaign out, and reports what it and those before it in the same folder found.
 *
 * @param folder prepared already
 */
record FuzzSession(
        Terminal terminal,
        Implementations implementations,
        CampaignPlan plan,
        Optional<KnownDeviations> onFile,
        boolean stopOnNew,
        ReportFolder folder,
        Path out) {

    /** Fuzzes, looks into what was met, writes the report and prints the result; returns the exit status. */
    int run() throws CommandException {
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
                        .filter(entry -> DeathWords.is(entry.symptom()))
                        .map(KnownDeviation::witness)
                        .toList());
                Figures figures = fuzz(campaign, known);
                return report(campaign, implementation, figures, known, stopwatch);
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
        try {
            campaign.run(status::show, lead -> stopOnNew && isNew(lead, known));
            return campaign.figures();
        } catch (CampaignException failed) {
            throw CommandException.notJudged(failed.getMessage(), failed);
        } finally {
            status.end();
        }
    }

    /** A death has no words before it was looked into, so it may be new. */
    private static boolean isNew(Lead lead, KnownDeviations known) {
        return !lead.symptom().isEmpty()
                && known.find(lead.clause(), lead.symptom()).isEmpty();
    }

    private int report(
            Campaign campaign,
            Implementation implementation,
            Figures figures,
            KnownDeviations known,
            Stopwatch stopwatch)
            throws CommandException {
        List<Lead> gone = new ArrayList<>();
        Witnesses witnesses = new Witnesses();
        Run run;
        boolean compares = plan.implementations().size() > 1;
        try (ModelAnswers model = ModelAnswers.from(implementations)) {
            List<Lead> leads = campaign.leads();
            if (!figures.ranAny()
                    && leads.stream().allMatch(lead -> lead.symptom().isEmpty())) {
                throw CommandException.notJudged(
                        String.format(
                                Locale.ROOT,
                                "the campaign ended after %.0f s, before anything ran: starting takes some seconds",
                                figures.seconds()),
                        null);
            }
            if (compares) {
                try (Implementation other =
                        implementations.open(plan.implementations().get(1))) {
                    List<Investigated> found =
                            new Investigation(implementation, Optional.of(other), known).of(leads, gone);
                    run = RunOfCampaign.compared(
                            implementation.identity(), other.identity(), found, figures, witnesses);
                }
            } else {
                List<Investigated> found = new Investigation(implementation, Optional.empty(), known).of(leads, gone);
                String id = plan.implementations().get(0);
                try (Implementation right = implementations.open(Implementations.MODEL)) {
                    run = RunOfCampaign.judged(
                            implementation.identity(),
                            found,
                            campaign.exercised(),
                            figures,
                            known,
                            witnesses,
                            model::of,
                            Programs.areFor(id) ? Programs.ofImplementation(id, right) : Beside.NOTHING);
                }
            }
        } catch (CampaignException | UnavailableException failed) {
            throw CommandException.notJudged(failed.getMessage(), failed);
        }
        Results results = KitResults.of("fuzz", "--target", plan.target().word())
                .option("--duration", plan.duration().toSeconds() + "s")
                .option("--corpus", plan.corpus())
                .implementations(plan.implementations())
                .about(List.of(run.with(stopwatch.measured())));
        try {
            folder.write(results, witnesses);
        } catch (IOException unwritten) {
            throw CommandException.notJudged(unwritten.getMessage(), unwritten);
        }
        RunSession.print(results, out, terminal);
        for (Lead lead : gone) {
            terminal.err()
                    .println("met once, but no replay shows it: "
                            + (lead.symptom().isEmpty() ? "a death" : lead.clause() + " " + lead.symptom())
                            + "; its input is in " + plan.session());
        }
        summary(figures);
        return compares
                ? (run.differences().isEmpty() ? ExitStatus.CONFORMS : ExitStatus.DEVIATES)
                : RunSession.status(run);
    }

    /** A campaign about the kit itself: whatever it met is a fault. */
    private int kit() throws CommandException {
        try (Campaign campaign = campaign()) {
            return interruptible(campaign, () -> {
                Figures figures = fuzz(campaign, KnownDeviations.NONE);
                List<Lead> leads = campaign.leads();
                for (Lead lead : leads) {
                    terminal.out()
                            .println("a fault of the kit: "
                                    + (lead.symptom().isEmpty() ? "a death of the process" : lead.symptom()));
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
