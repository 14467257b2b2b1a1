package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.spec.compare.Comparison;
import io.github.oldbuffer.spec.compare.Difference;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.search.ComparedFindings;
import io.github.oldbuffer.suite.search.Ran;
import io.github.oldbuffer.suite.search.Transcripts;
import io.github.oldbuffer.suite.search.Try;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same scenario on two implementations, and their transcripts compared. */
public final class DifferentialTarget {

    private static DifferentialTarget ofProcess;

    private final Implementation one;
    private final Implementation other;
    private final Session session;
    private final Behaviours ofOne = new Behaviours();

    private DifferentialTarget(Implementation one, Implementation other, Session session) {
        this.one = one;
        this.other = other;
        this.session = session;
    }

    /** Jazzer calls it first. */
    public static void fuzzerInitialize() throws UnavailableException {
        Settings settings = Settings.ofProcess();
        // a process can hold one CPython only
        ofProcess = new DifferentialTarget(settings.open(), Settings.isolated(settings.other()), Session.of(settings));
    }

    /** Jazzer calls it with every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        ofProcess.run(input);
    }

    /** Jazzer calls it last. */
    public static void fuzzerTearDown() {
        ofProcess.one.close();
        ofProcess.other.close();
    }

    private void run(byte[] input) {
        Optional<Scenario> begun = session.begin(input);
        if (begun.isEmpty()) {
            return;
        }
        Scenario scenario = begun.get();
        StateFile state = session.state();
        state.begin(input);
        Transcript mine = Transcripts.of(one, scenario);
        state.end();
        Transcript theirs = Transcripts.of(other, scenario);
        if (died(scenario, mine) | died(scenario, theirs)) {
            // two ways of not coming back are no difference worth the processes; one is
            if (!(mine.outcome() instanceof Outcome.Died && theirs.outcome() instanceof Outcome.Died)) {
                leave(scenario, mine, theirs, input);
            }
        } else if (mine.outcome() instanceof Outcome.Unsupported || theirs.outcome() instanceof Outcome.Unsupported) {
            state.increment(StateFile.Count.UNSUPPORTED);
        } else {
            leave(scenario, mine, theirs, input);
        }
        ofOne.tell(scenario, mine, Map.of());
        state.set(StateFile.Count.BEHAVIOURS, ofOne.count());
    }

    private boolean died(Scenario scenario, Transcript transcript) {
        if (transcript.outcome() instanceof Outcome.Died died) {
            session.deaths().died(scenario, died);
            return true;
        }
        return false;
    }

    private void leave(Scenario scenario, Transcript mine, Transcript theirs, byte[] input) {
        List<Difference> differences = Comparison.compare(scenario, mine, theirs);
        ComparedFindings.of(differences, new Try("", scenario), new Ran(mine, theirs), other.identity())
                .forEach(finding -> session.leave(Lead.of(finding, input), finding.reason()));
    }
}
