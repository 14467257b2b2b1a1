package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.FactsInTurn;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Subjects;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.EnumSet;
import java.util.List;

/** Judges one implementation by the contract; not a value, since it remembers the facts of the scenario before. */
public final class Judged implements Examiner {

    private final Implementation implementation;
    private final boolean ownClauseOnly;
    private final FactsInTurn facts = new FactsInTurn();
    /** One for all scenarios, of which the one under way stands here. */
    private final Judge.Listener listener = this::hear;

    private Try tried;
    private Ran answer;
    private Tally tally;

    private Judged(Implementation implementation, boolean ownClauseOnly) {
        this.implementation = implementation;
        this.ownClauseOnly = ownClauseOnly;
    }

    /** Judges each scenario by every clause that it exercises. */
    public static Judged byEveryClause(Implementation implementation) {
        return new Judged(implementation, false);
    }

    /** Judges each scenario by the clause that it is about; one that is about none is run and not judged. */
    public static Judged byOwnClause(Implementation implementation) {
        return new Judged(implementation, true);
    }

    @Override
    public int unexplainedDeaths() {
        return implementation.unexplainedDeaths();
    }

    @Override
    public Identity identity() {
        return implementation.identity();
    }

    @Override
    public Capabilities supports() {
        return implementation.supports();
    }

    @Override
    public List<Ran> run(List<Scenario> batch) {
        return Transcripts.of(implementation, batch).stream()
                .map(transcript -> new Ran(transcript, null))
                .toList();
    }

    @Override
    public void restart() {
        implementation.restart();
    }

    @Override
    public List<Finding> findings(Try given, Ran ran) {
        return JudgedFindings.in(given.theme(), given.scenario(), ran.transcript());
    }

    @Override
    public void count(Try given, Ran ran, Tally into) {
        into.ran();
        Transcript transcript = ran.transcript();
        if (transcript.outcome() instanceof Outcome.Unsupported) {
            into.unsupported();
            return;
        }
        if (transcript.outcome() instanceof Outcome.Died died) {
            bound(given, died).forEach(into::died);
            JudgedFindings.deaths(given.theme(), given.scenario(), transcript).forEach(death -> {
                into.shows(death.key(), death.object());
                into.add(death);
            });
        }
        if (ownClauseOnly) {
            byOwn(given, ran, into);
        } else {
            tried = given;
            answer = ran;
            tally = into;
            Judge.judge(given.scenario(), factsOf(given), transcript, listener);
        }
    }

    @Override
    public void leftOut(Try given, Tally into) {
        open(given).forEach(into::leftOut);
    }

    private void byOwn(Try given, Ran ran, Tally into) {
        String clause = given.theme();
        if (Clauses.find(clause).isEmpty()) {
            return;
        }
        Verdict verdict = Judge.judge(clause, given.scenario(), factsOf(given), ran.transcript());
        if (verdict.kind() != Verdict.Kind.NOT_EXERCISED) {
            into.exercised(clause);
            verdict.violations()
                    .forEach(violation -> into.add(
                            JudgedFindings.violation(clause, violation, clause, given.scenario(), ran.transcript())));
        }
    }

    private void hear(String clause, Verdict verdict) {
        tally.exercised(clause);
        if (verdict.kind() != Verdict.Kind.VIOLATED) {
            return;
        }
        for (Verdict.Violation violation : verdict.violations()) {
            Scenario scenario = tried.scenario();
            String function =
                    ClauseFunctions.subject(clause).orElseGet(() -> StepSubject.function(scenario, violation.step()));
            Finding.Key key = new Finding.Key(Kind.VIOLATION, function, clause, violation.symptom());
            String object = StepSubject.object(scenario, violation.step());
            tally.shows(key, object);
            if (tally.wants(key, object, false, scenario)) {
                tally.add(JudgedFindings.violation(clause, violation, tried.theme(), scenario, answer.transcript()));
            }
        }
    }

    private List<Fact> factsOf(Try given) {
        try {
            return given.facts().isEmpty() ? facts.of(given.scenario()) : given.facts();
        } catch (InvalidException invalid) {
            throw new IllegalStateException("a search has a scenario that makes no sense", invalid);
        }
    }

    /**
     * The clauses that a death under way at a step leaves open: the one that the scenario is about; where it is about
     * none, those about the function, if the contract binds for the call.
     */
    public static List<String> bound(Try given, int step) {
        if (Clauses.find(given.theme()).isPresent()) {
            return List.of(given.theme());
        }
        List<Step> steps = given.scenario().steps();
        if (step < 0 || step >= steps.size() || !(steps.get(step) instanceof Step.Call call) || !call.plain()) {
            return List.of();
        }
        boolean lawful = steps.stream().allMatch(each -> !(each instanceof Step.Make make) || lawful(make.exporter()));
        return lawful ? ClauseFunctions.clausesAbout(EnumSet.of(call.function())) : List.of();
    }

    /** The clauses that a death leaves open: none where no function is to blame. */
    public static List<String> bound(Try given, Outcome.Died died) {
        return died.death() == Outcome.Death.AT_THE_BORDER ? List.of() : bound(given, died.step());
    }

    /** The clauses that a scenario leaves open which is not run. */
    public static List<String> open(Try given) {
        return bound(given, firstCall(given.scenario()));
    }

    private static int firstCall(Scenario scenario) {
        List<Step> steps = scenario.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Call) {
                return i;
            }
        }
        return -1;
    }

    private static boolean lawful(Exporter exporter) {
        try {
            return Subjects.of(exporter).lawful();
        } catch (InvalidException senseless) {
            return false;
        }
    }
}
