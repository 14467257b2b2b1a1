package io.github.oldbuffer.ports;

import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.ThemeRunner;
import io.github.oldbuffer.suite.generate.Theme;
import io.github.oldbuffer.suite.generate.Themes;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.BrokenImplementationException;
import io.github.oldbuffer.suite.search.DeathBudget;
import io.github.oldbuffer.suite.search.Explored;
import io.github.oldbuffer.suite.search.Replays;
import io.github.oldbuffer.suite.search.Tally;
import io.github.oldbuffer.suite.search.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges a port by the contract, and compares it with the functions that it replaces. */
public final class PortVerification {

    /** The themes that no clause speaks of get more tries each: whatever a port does otherwise shows there. */
    private static final int WEIGHT = 8;
    /** Deaths of one sort of call that are enough: a port that dies of everything must not hold up its author. */
    private static final int ENOUGH_DEATHS = 2;
    /** The same of calls that do not come back: each is waited for twice. */
    private static final int ENOUGH_HANGS = 2;

    private final PortExaminer examiner;
    private final SuiteOptions options;
    private final KnownDeviations known;
    private final ProgressListener progress;
    private final DeathBudget deaths = new DeathBudget(ENOUGH_DEATHS, ENOUGH_HANGS);
    private final Tally tally = new Tally();
    private String broken;

    private PortVerification(
            PortExaminer examiner, SuiteOptions options, KnownDeviations known, ProgressListener progress) {
        this.examiner = examiner;
        this.options = options;
        this.known = known.of(examiner.identity());
        this.progress = progress;
    }

    /**
     * Verifies a port; the same options and answers give an equal result.
     *
     * @param functions of the port
     * @param reference the same interpreter with its own functions
     * @param options whose clauses are those that are about the functions
     * @param comparing whether to look for differences
     * @param known what the user has on file about the port
     */
    public static PortResult verify(
            Implementation port,
            Set<Function> functions,
            Implementation reference,
            SuiteOptions options,
            boolean comparing,
            KnownDeviations known,
            ProgressListener progress) {
        PortExaminer examiner = examiner(port, reference, functions, comparing);
        return new PortVerification(examiner, options, known, progress).verify();
    }

    /** What judges scenarios, one by one, as {@link #verify} does. */
    public static PortExaminer examiner(
            Implementation port, Implementation reference, Set<Function> functions, boolean comparing) {
        KnownDeviations ofReference =
                KnownDeviations.builtIn(reference.identity()).of(reference.identity());
        return new PortExaminer(port, reference, functions, comparing, ofReference);
    }

    /**
     * The options of a verification: the clauses that are about the port's functions, but not what becomes of the outputs
     * on failure where an adapter fills them.
     */
    public static SuiteOptions options(Port port, int tries, long seed) {
        Set<String> ofAdapters = port.adapted().stream()
                .filter(Function::hasOutputs)
                .map(function -> ClauseFunctions.about(function, "CHAR-8", "READ-8", "WRITE-8"))
                .collect(Collectors.toSet());
        List<String> clauses = ClauseFunctions.clausesAbout(port.names().keySet()).stream()
                .filter(clause -> !ofAdapters.contains(clause))
                .toList();
        return new SuiteOptions(tries, seed, clauses);
    }

    private PortResult verify() {
        progress.begins(options.clauses().size(), options.tries());
        List<Theme> themes = new ArrayList<>();
        options.clauses().forEach(clause -> themes.add(Themes.of(clause)));
        Replays replays = Replays.NOTHING;
        Replays better = Replays.NOTHING;
        long ofClauses = 0;
        try {
            replays = Replays.of(examiner, known);
            for (Theme theme : themes) {
                new ThemeRunner(examiner, options, deaths, progress).run(theme, tally);
                progress.settled(theme.clause());
            }
            ofClauses = tally.scenarios();
            if (examiner.comparing()) {
                SuiteOptions longer = new SuiteOptions(WEIGHT * options.tries(), options.seed(), options.clauses());
                for (Theme theme : Themes.reference()) {
                    new ThemeRunner(examiner, longer, deaths, ProgressListener.NONE).run(theme, tally);
                }
            }
            better = Replays.of(examiner, ofReference());
        } catch (BrokenImplementationException e) {
            broken = e.getMessage();
        }
        Explored explored = Explored.of(examiner, tally, known, replays);
        Run run = explored.run().withFindings(withoutRedundant(explored.run().findings()));
        List<ClauseResult> clauses = Verdicts.of(options.clauses(), tally, run.findings());
        Explored judged = new Explored(run, explored.lost()).with(clauses, broken);
        return new PortResult(
                judged,
                ofClauses,
                examiner.comparing() ? tally.comparedScenarios() : -1,
                deaths.givenUp(),
                better(judged.run(), better));
    }

    /** What CPython's own functions are known for, without calls that the port is known not to come back from. */
    private KnownDeviations ofReference() {
        return new KnownDeviations(examiner.ofReference().as("port").entries().stream()
                .filter(entry -> !(entry.witness() instanceof Scenario witness && deaths.leavesOut(witness)))
                .toList());
    }

    private static List<Finding> withoutRedundant(List<Finding> findings) {
        Set<String> differences = findings.stream()
                .filter(finding -> finding.kind() == Kind.DIFFERENCE)
                .map(Finding::symptom)
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> finding.kind() != Kind.DIFFERENCE
                        || finding.known()
                        || !DifferenceKind.redundant(finding.symptom(), differences))
                .toList();
    }

    /** Clauses that hold, with how many deviations of CPython's own functions from each the port does not show. */
    private static Map<String, Long> better(Run run, Replays replays) {
        Set<String> kept = run.clauses().stream()
                .filter(clause -> clause.verdict() == Verdict.HOLDS)
                .map(ClauseResult::id)
                .collect(Collectors.toSet());
        return replays.replayed().stream()
                .filter(entry -> entry.stale() && entry.clause() != null && kept.contains(entry.clause()))
                .collect(Collectors.groupingBy(entry -> entry.clause(), TreeMap::new, Collectors.counting()));
    }
}
