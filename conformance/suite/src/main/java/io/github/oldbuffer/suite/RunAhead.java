package io.github.oldbuffer.suite;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.IntFunction;

/**
 * Runs the scenarios of a property in batches, ahead of the tries that ask for them one by one: a batch costs one
 * crossing into another process.
 *
 * <p>Batches grow while nothing dies, and shrink to single scenarios after a death, so that few are run in vain.
 */
final class RunAhead {

    private static final int LARGEST_BATCH = 64;

    private final Implementation implementation;
    private final IntFunction<Scenario> scenarios;
    private final int tries;
    private final Queue<Done> done = new ArrayDeque<>();
    private int next;
    private int batch = 1;

    private record Done(Scenario scenario, Transcript transcript) {}

    /**
     * @param scenarios the property's, by number
     * @param tries how many of them there are
     */
    RunAhead(Implementation implementation, IntFunction<Scenario> scenarios, int tries) {
        this.implementation = implementation;
        this.scenarios = scenarios;
        this.tries = tries;
    }

    /** The transcript of a scenario, already there if it is the next one. */
    Transcript transcript(Scenario scenario) {
        if (done.isEmpty() && next < tries) {
            run();
        }
        Done first = done.poll();
        return first != null && first.scenario().equals(scenario)
                ? first.transcript()
                : Running.one(implementation, scenario);
    }

    private void run() {
        List<Scenario> ahead = new ArrayList<>();
        while (ahead.size() < batch && next < tries) {
            ahead.add(scenarios.apply(next++));
        }
        List<Transcript> transcripts = Running.all(implementation, ahead);
        boolean died = false;
        for (int i = 0; i < ahead.size(); i++) {
            died |= transcripts.get(i).outcome() instanceof Outcome.Died;
            done.add(new Done(ahead.get(i), transcripts.get(i)));
        }
        batch = died ? 1 : Math.min(2 * batch, LARGEST_BATCH);
    }
}
