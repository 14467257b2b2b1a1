package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.commandline.ExitStatus;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.spec.text.StepText;
import io.github.oldbuffer.spec.text.WitnessText;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.search.JudgedFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A scenario, what one implementation did with it, and what the clauses say to that. */
public final class ReplayLines {

    private ReplayLines() {}

    /**
     * 1 where something was found; otherwise 2 where the implementation does not support the scenario, or where the scenario
     * asks nothing that a clause speaks of.
     */
    public static int status(Scenario scenario, Transcript transcript) {
        if (!JudgedFindings.in("", scenario, transcript).isEmpty()) {
            return ExitStatus.DEVIATES;
        }
        boolean judged = transcript.outcome() instanceof Outcome.Completed
                && !Judge.judge(scenario, transcript).isEmpty();
        return judged ? ExitStatus.CONFORMS : ExitStatus.NOT_JUDGED;
    }

    /** For people: one line a step, then one a clause, then the death where there was one. */
    public static List<String> of(Identity implementation, Scenario scenario, Transcript transcript, Paint paint) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.heading(Words.of(implementation)));
        for (int i = 0; i < scenario.steps().size(); i++) {
            String happened = WitnessText.happened(i, scenario, transcript);
            lines.add(String.format(
                    "  %3d  %s",
                    i, StepText.of(scenario.steps().get(i)) + (happened.isEmpty() ? "" : " -> " + happened)));
        }
        Map<String, Verdict> verdicts = Judge.judge(scenario, transcript);
        verdicts.forEach((clause, verdict) -> {
            lines.add("  " + String.format("%-8s", clause) + "  "
                    + paint.word(verdict.kind().name()));
            verdict.violations()
                    .forEach(violation -> lines.addAll(Wrapped.lines(
                            violation.symptom() + " (step " + violation.step() + "): "
                                    + Printable.of(violation.reason()),
                            " ".repeat(12))));
        });
        List<Finding> deaths = JudgedFindings.in("", scenario, transcript).stream()
                .filter(finding -> finding.kind() == Kind.DEATH)
                .toList();
        deaths.forEach(death -> {
            lines.add("  " + paint.word("DIED", 8) + "  " + Printable.of(death.symptom()));
            lines.addAll(Wrapped.lines(Printable.of(death.reason()), " ".repeat(12)));
        });
        if (verdicts.isEmpty() && deaths.isEmpty()) {
            lines.add("  no clause was exercised");
        }
        return lines;
    }
}
