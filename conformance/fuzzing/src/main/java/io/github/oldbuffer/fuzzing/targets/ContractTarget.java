package io.github.oldbuffer.fuzzing.targets;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.JudgedFindings;
import io.github.oldbuffer.suite.search.Transcripts;
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
                .of(implementation.identity())
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
                settings.open(), Session.of(settings), settings.session().isPresent());
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
        Optional<Scenario> begun = session.begin(input);
        if (begun.isEmpty()) {
            return;
        }
        Scenario scenario = begun.get();
        StateFile state = session.state();
        state.begin(input);
        Transcript transcript = Transcripts.of(implementation, scenario);
        state.end();
        if (transcript.outcome() instanceof Outcome.Unsupported) {
            state.increment(StateFile.Count.UNSUPPORTED);
        }
        if (transcript.outcome() instanceof Outcome.Died died) {
            session.deaths().died(scenario, died);
        }
        JudgedFindings.in("", scenario, transcript).forEach(finding -> leave(finding, input));
        Map<String, Verdict> verdicts = Judge.judge(scenario, transcript);
        verdicts.keySet().forEach(clause -> state.exercise(CLAUSES.get(clause)));
        behaviours.tell(scenario, transcript, verdicts);
        state.set(StateFile.Count.BEHAVIOURS, behaviours.count());
    }

    private void leave(Finding finding, byte[] input) {
        if (campaign || known.find(finding).isEmpty()) {
            session.leave(Lead.of(finding, input), finding.reason());
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
