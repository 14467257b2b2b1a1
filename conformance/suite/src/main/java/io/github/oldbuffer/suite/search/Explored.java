package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Causes;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * What a search came to.
 *
 * @param run as results hold it; its findings have no witness path and no evidence in words yet
 * @param lost seen in the search, and not when the witness was run by itself: no finding, and no proof of the contrary
 */
public record Explored(Run run, List<Finding> lost) {

    /** Deaths that did not come again which are no accident; fewer may be somebody else's doing. */
    private static final int TOO_OFTEN = 5;

    public Explored {
        lost = List.copyOf(lost);
        if (!lost.isEmpty() && run.broken() == null) {
            run = run.withBroken(seenOnce(lost.size()));
        }
    }

    private static String seenOnce(int lost) {
        return (lost == 1
                        ? "1 deviation was seen once, and not when its scenario was"
                        : lost + " deviations were seen once, and not when their scenarios were")
                + " run by " + (lost == 1 ? "itself" : "themselves");
    }

    /**
     * Makes a run, without clauses yet, of what was seen.
     *
     * @param examiner saw it, and sees it again
     * @param known the entries that apply
     * @param replays of entries on file; a stale one excuses nothing
     */
    public static Explored of(Examiner examiner, Tally tally, KnownDeviations known, Replays replays) {
        Settlement.Settled settled =
                new Settlement(examiner, replays.excusing(known)).of(tally.findings(), replays.findings());
        List<Finding> grouped = Causes.grouped(settled.findings(), together(examiner));
        Run run = new Run(
                        examiner.identity(),
                        tally.scenarios(),
                        tally.unsupportedScenarios(),
                        List.of(),
                        FindingIds.named(examiner.identity(), grouped),
                        replays.replayed(),
                        null,
                        null,
                        null)
                .withLeftOut(tally.skipped());
        int unexplained = examiner.unexplainedDeaths();
        return new Explored(
                unexplained < TOO_OFTEN
                        ? run
                        : run.withBroken("the process died " + unexplained
                                + " times in ways that did not come again; a thread of its own, or memory damaged"
                                + " earlier, may be why"),
                settled.lost());
    }

    /** Findings with ids and causes, as they were seen. */
    public static List<Finding> named(Identity implementation, List<Finding> findings) {
        return FindingIds.named(implementation, Causes.grouped(findings, (one, other) -> false));
    }

    /**
     * Whether the witness of the one shows the other at the same step or at an earlier one: what a smallest witness needs
     * before its last step is what it follows from.
     */
    private static BiPredicate<Finding, Finding> together(Examiner examiner) {
        Map<Finding, List<Finding>> shown = new IdentityHashMap<>();
        return (witnessed, candidate) -> !witnessed.known()
                && !candidate.known()
                && shown.computeIfAbsent(witnessed, finding -> shownBy(examiner, finding)).stream()
                        .anyMatch(beside -> beside.key().equals(candidate.key())
                                && beside.shown().step() <= witnessed.shown().step());
    }

    private static List<Finding> shownBy(Examiner examiner, Finding finding) {
        Finding.Shown shown = finding.shown();
        return examiner.findings(new Try(shown.theme(), shown.scenario()), new Ran(shown.transcript(), shown.other()));
    }

    /** With what is said of each clause. */
    public Explored with(List<ClauseResult> clauses, String broken) {
        return new Explored(
                new Run(
                        run.implementation(),
                        run.scenarios(),
                        run.unsupported(),
                        clauses,
                        run.findings(),
                        run.replayed(),
                        run.elsewhere(),
                        broken == null ? run.broken() : broken,
                        run.measured(),
                        run.coverage(),
                        run.leftOut()),
                lost);
    }

    /** With what became of the witnesses of further entries on file, which excuse nothing. */
    public Explored andReplays(Examiner examiner, KnownDeviations lapsed) {
        if (lapsed.entries().isEmpty()) {
            return this;
        }
        List<Replayed> all = new ArrayList<>(run.replayed());
        try {
            all.addAll(Replays.of(examiner, lapsed).replayed());
        } catch (BrokenImplementationException nothingToSay) {
            return this;
        }
        return new Explored(run.withReplayed(all), lost);
    }

    /** With what became of the witnesses of entries that are filed for other versions, which say nothing of this one. */
    public Explored andElsewhere(Examiner examiner, KnownDeviations ofOtherVersions) {
        if (run.broken() != null) {
            return this;
        }
        try {
            return new Explored(
                    run.withElsewhere(Replays.of(examiner, ofOtherVersions).replayed()), lost);
        } catch (BrokenImplementationException nothingToSay) {
            return this;
        }
    }

    /** With the part of the space of scenarios that was covered. */
    public Explored with(Coverage coverage) {
        return new Explored(run.withCoverage(coverage), lost);
    }
}
