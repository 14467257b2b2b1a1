package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.fuzzing.codec.FuzzCodec;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.DeathWords;
import io.github.oldbuffer.suite.Running;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.sweep.SweepTally;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bytes to scenario to implementation to judge. */
public final class ContractTarget {

    private static final Map<String, Integer> CLAUSES = numbered();

    private static ContractTarget ofProcess;

    private final Implementation implementation;
    private final KnownDeviations known;
    private final Session session;
    private final boolean campaign;
    private final Behaviours behaviours = new Behaviours();

    private ContractTarget(Implementation implementation, Session session, boolean campaign) {
        this.implementation = implementation;
        this.session = session;
        this.campaign = campaign;
        this.known = KnownDeviations.builtIn(implementation.identity())
                .and(KnownDeviations.beyondTheContract(implementation.identity()))
                .on(LocalDate.now());
    }

    /** A target without a campaign: what is not on file is an {@link AssertionError}. */
    public static ContractTarget on(Implementation implementation) {
        Settings settings = new Settings(implementation.identity().id(), "", Optional.empty(), 0);
        return new ContractTarget(implementation, Session.of(settings), false);
    }

    /** Jazzer calls it first. */
    public static void fuzzerInitialize() throws UnavailableException {
        Settings settings = Settings.ofProcess();
        ofProcess = new ContractTarget(
                Openings.fast(settings.implementation()),
                Session.of(settings),
                settings.session().isPresent());
    }

    /** Jazzer calls it with every input. */
    public static void fuzzerTestOneInput(byte[] input) {
        ofProcess.run(input);
    }

    /** Jazzer calls it last. */
    public static void fuzzerTearDown() {
        ofProcess.implementation.close();
    }

    /**
     * Judges the scenario that an input stands for.
     *
     * @throws AssertionError where it shows what is not on file, and no campaign looks at leads
     */
    public void run(byte[] input) {
        StateFile state = session.state();
        state.increment(StateFile.Count.EXECUTIONS);
        Optional<Scenario> decoded = FuzzCodec.decode(input);
        if (decoded.isEmpty()) {
            state.increment(StateFile.Count.REJECTED);
            return;
        }
        Scenario scenario = decoded.get();
        if (session.avoidance().avoids(scenario)) {
            state.increment(StateFile.Count.AVOIDED);
            return;
        }
        state.begin(input);
        Transcript transcript = Running.one(implementation, scenario);
        state.end();
        if (transcript.outcome() instanceof Outcome.Unsupported) {
            state.increment(StateFile.Count.UNSUPPORTED);
        }
        if (transcript.outcome() instanceof Outcome.Died died) {
            session.avoidance().died(scenario, died.step());
            leave(
                    SweepTally.clauseOf(scenario, died),
                    DeathWords.symptom(scenario, died),
                    DeathWords.reason(scenario, died),
                    input);
        }
        Map<String, Verdict> verdicts = Judge.judge(scenario, transcript);
        verdicts.forEach((clause, verdict) -> {
            state.exercise(CLAUSES.get(clause));
            for (Verdict.Violation violation : verdict.violations()) {
                leave(clause, violation.symptom(), violation.reason(), input);
            }
        });
        behaviours.tell(scenario, transcript, verdicts);
        state.set(StateFile.Count.BEHAVIOURS, behaviours.count());
    }

    private void leave(String clause, String symptom, String reason, byte[] input) {
        boolean onFile =
                known.of(implementation.identity()).find(clause, symptom).isPresent();
        if (campaign || !onFile) {
            session.leave(new Lead(clause, symptom, input), reason);
        }
    }

    private static Map<String, Integer> numbered() {
        List<Clause> all = Clauses.all();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            numbers.put(all.get(i).id(), i);
        }
        return numbers;
    }
}
