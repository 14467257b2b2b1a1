package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.clause.ClauseFunctions;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Finding.Shown;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** What one transcript shows: a death, and violations of clauses. */
public final class JudgedFindings {

    private JudgedFindings() {}

    /** Everything that a scenario shows, a death first. */
    public static List<Finding> in(String theme, Scenario scenario, Transcript transcript) {
        List<Finding> findings = new ArrayList<>(deaths(theme, scenario, transcript));
        Judge.judge(scenario, transcript)
                .forEach((clause, verdict) -> verdict.violations()
                        .forEach(violation -> findings.add(violation(clause, violation, theme, scenario, transcript))));
        return findings;
    }

    /** Whether a scenario says something about the clause that it is about. */
    public static boolean exercises(Try tried, Transcript transcript) {
        return Judge.judge(tried.theme(), tried.scenario(), transcript).kind() != Verdict.Kind.NOT_EXERCISED;
    }

    /** The death in a scenario; empty where the implementation lived. */
    static List<Finding> deaths(String theme, Scenario scenario, Transcript transcript) {
        return transcript.outcome() instanceof Outcome.Died died
                ? List.of(death(died, new Shown(theme, scenario, died.step(), transcript, null)))
                : List.of();
    }

    /** A death belongs to the function and the call that died, and to no clause. */
    private static Finding death(Outcome.Died died, Shown shown) {
        return new Finding(
                null,
                Kind.DEATH,
                died.death() == Outcome.Death.AT_THE_BORDER
                        ? StepSubject.BORDER
                        : StepSubject.function(shown.scenario(), died.step()),
                null,
                DeathText.symptom(shown.scenario(), died),
                null,
                StepSubject.object(shown.scenario(), died.step()),
                DeathText.reason(shown.scenario(), died),
                null,
                died.detail(),
                null,
                null,
                null,
                shown);
    }

    static Finding violation(
            String clause, Verdict.Violation violation, String theme, Scenario scenario, Transcript transcript) {
        return new Finding(
                null,
                Kind.VIOLATION,
                function(clause, scenario, violation.step()),
                clause,
                violation.symptom(),
                null,
                StepSubject.object(scenario, violation.step()),
                violation.reason(),
                null,
                null,
                null,
                null,
                null,
                new Shown(theme, scenario, violation.step(), transcript, null));
    }

    private static String function(String clause, Scenario scenario, int step) {
        return ClauseFunctions.subject(clause).orElseGet(() -> StepSubject.function(scenario, step));
    }
}
