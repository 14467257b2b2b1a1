package io.github.oldbuffer.probe;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the deaths that scenarios cause from those that befall them, such as a signal from outside: a death counts when
 * it repeats.
 *
 * <p>A scenario whose host died runs again alone. Where it lives, it runs once more behind those that ran before it in
 * its batch, since what one scenario damages may kill a later one.
 */
public final class Confirmation {

    /** Runs alone, after which deaths count even if no two are alike: each costs a host. */
    static final int ATTEMPTS = 3;

    private Confirmation() {}

    /** Runs scenarios on a host that is fresh after a death; gives one transcript for each. */
    @FunctionalInterface
    public interface Runner {
        List<Transcript> run(List<Scenario> batch);
    }

    /** The transcripts of a batch, in which only deaths are left that repeated. */
    public static List<Transcript> of(List<Scenario> batch, List<Transcript> transcripts, Runner runner) {
        List<Transcript> confirmed = new ArrayList<>(transcripts);
        int fresh = 0;
        for (int i = 0; i < confirmed.size(); i++) {
            if (died(transcripts.get(i))) {
                Transcript again = again(batch.subList(fresh, i + 1), transcripts.get(i), runner);
                confirmed.set(i, AtTheBorder.told(batch.get(i), again, runner));
                fresh = i + 1;
            }
        }
        return confirmed;
    }

    /** @param upTo what ran on the host that died, the scenario under way last */
    private static Transcript again(List<Scenario> upTo, Transcript first, Runner runner) {
        Scenario scenario = upTo.get(upTo.size() - 1);
        Transcript last = first;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Transcript alone = runner.run(List.of(scenario)).get(0);
            if (!died(alone)) {
                return upTo.size() == 1 ? alone : behindTheOthers(upTo, first, alone, runner);
            }
            if (alone.outcome().equals(last.outcome())) {
                return alone;
            }
            last = alone;
        }
        return last;
    }

    private static Transcript behindTheOthers(List<Scenario> upTo, Transcript first, Transcript alone, Runner runner) {
        Transcript again = runner.run(upTo).get(upTo.size() - 1);
        return again.outcome().equals(first.outcome()) ? again : alone;
    }

    private static boolean died(Transcript transcript) {
        return transcript.outcome() instanceof Outcome.Died;
    }
}
