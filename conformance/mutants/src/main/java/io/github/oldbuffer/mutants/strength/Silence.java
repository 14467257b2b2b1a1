package io.github.oldbuffer.mutants.strength;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteRunner;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.Explored;
import java.util.ArrayList;
import java.util.List;

/**
 * What the suite says of an implementation that is known to be right, over many seeds.
 *
 * @param seeds how many runs, with the seeds from 1 on
 * @param scenarios how many they ran together
 * @param alarms every unexpected verdict: a violation or a death that is not on file, a clause not exercised, an entry
 *     on file that is stale; each with its seed
 */
public record Silence(
        String implementation, String version, int seeds, int tries, long scenarios, List<String> alarms) {
    public Silence {
        alarms = List.copyOf(alarms);
    }

    /** Runs the suite once with each seed, with what the kit has on file. */
    public static Silence measure(Implementation implementation, int seeds, int tries) {
        KnownDeviations known = KnownDeviations.builtIn(implementation.identity());
        List<String> alarms = new ArrayList<>();
        long scenarios = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Explored explored = SuiteRunner.run(
                    implementation, new SuiteOptions(tries, seed, List.of()), known, ProgressListener.NONE);
            Run run = explored.run();
            scenarios += run.scenarios();
            String at = "seed " + seed + ": ";
            run.findings().stream()
                    .filter(finding -> !finding.known())
                    .forEach(finding -> alarms.add(at + finding.heading() + " " + finding.symptom()));
            explored.lost().forEach(finding -> alarms.add(at + "seen once: " + finding.symptom()));
            run.clauses().stream()
                    .filter(clause -> clause.verdict() == Verdict.NOT_EXERCISED)
                    .forEach(clause -> alarms.add(at + clause.id() + " not exercised: " + clause.why()));
            run.stale().forEach(entry -> alarms.add(at + "stale: " + entry.words()));
            if (run.broken() != null) {
                alarms.add(at + run.broken());
            }
        }
        return new Silence(
                implementation.identity().id(), implementation.identity().version(), seeds, tries, scenarios, alarms);
    }
}
