package io.github.oldbuffer.commandline;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.spec.text.StepText;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A scenario, what one implementation did with it, and what the clauses say to that.
 *
 * @param verdicts of the clauses that it exercised, by clause
 */
record Replay(Identity implementation, Scenario scenario, Transcript transcript, Map<String, Verdict> verdicts) {

    static Replay of(Identity implementation, Scenario scenario, Transcript transcript) {
        return new Replay(implementation, scenario, transcript, Judge.judge(scenario, transcript));
    }

    /** 1 where a clause is violated; otherwise 2 where the implementation died or does not support the scenario. */
    int status() {
        if (verdicts.values().stream().anyMatch(verdict -> verdict.kind() == Verdict.Kind.VIOLATED)) {
            return ExitStatus.DEVIATES;
        }
        return transcript.outcome() instanceof Outcome.Completed ? ExitStatus.CONFORMS : ExitStatus.NOT_JUDGED;
    }

    /** For people: one line a step, then one a clause. */
    List<String> lines(Paint paint) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.heading(Words.of(implementation)));
        for (int i = 0; i < scenario.steps().size(); i++) {
            lines.add(String.format("  %3d  %s", i, StepText.of(scenario.steps().get(i)) + happened(i)));
        }
        verdicts.forEach((clause, verdict) -> {
            lines.add("  " + String.format("%-8s", clause) + "  "
                    + paint.word(verdict.kind().name()));
            verdict.violations()
                    .forEach(violation -> lines.addAll(Wrapped.lines(
                            violation.symptom() + " (step " + violation.step() + "): "
                                    + Printable.of(violation.reason()),
                            " ".repeat(12))));
        });
        if (verdicts.isEmpty()) {
            lines.add("  no clause was exercised");
        }
        return lines;
    }

    private String happened(int index) {
        String words = Happened.at(index, scenario, transcript);
        return words.isEmpty() ? "" : " -> " + words;
    }
}
