package io.github.oldbuffer.mutants.strength;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.suite.ClauseOutcome;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.SuiteResult;
import io.github.oldbuffer.suite.SuiteRunner;
import io.github.oldbuffer.suite.known.KnownDeviations;
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
            SuiteResult result = SuiteRunner.run(
                    implementation, new SuiteOptions(tries, seed, List.of()), known, ProgressListener.NONE);
            scenarios += result.scenarios();
            String at = "seed " + seed + ": ";
            for (ClauseOutcome clause : result.clauses()) {
                if (!clause.conforms()) {
                    alarms.add(at + clause.clause() + " " + clause.verdict());
                }
            }
            result.stale().forEach(entry -> alarms.add(at + entry.clause() + " stale: " + entry.symptom()));
            result.broken().ifPresent(sentence -> alarms.add(at + sentence));
        }
        return new Silence(
                implementation.identity().id(), implementation.identity().version(), seeds, tries, scenarios, alarms);
    }
}
