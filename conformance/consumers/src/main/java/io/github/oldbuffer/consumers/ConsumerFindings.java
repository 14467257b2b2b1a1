package io.github.oldbuffer.consumers;

import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.consumer.judge.ConsumerJudge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a scenario and its transcript show. */
public final class ConsumerFindings {

    private ConsumerFindings() {}

    /** The findings, without ids and causes yet. */
    public static List<Finding> of(Call call, ConsumerScenario scenario, ConsumerTranscript transcript) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Verdict> verdict :
                ConsumerJudge.judge(scenario, transcript).entrySet()) {
            for (Verdict.Violation violation : verdict.getValue().violations()) {
                findings.add(finding(
                        call,
                        Kind.VIOLATION,
                        verdict.getKey(),
                        violation.symptom(),
                        violation.reason(),
                        scenario,
                        transcript));
            }
        }
        if (findings.isEmpty() && transcript.death() != null) {
            findings.add(finding(
                    call,
                    Kind.DEATH,
                    null,
                    transcript.death() + " in " + call.expression(),
                    "with " + scenario.words() + " the process died of " + transcript.death() + ", and with "
                            + scenario.reference() + " of the same content it does not",
                    scenario,
                    transcript));
        }
        return findings;
    }

    private static Finding finding(
            Call call,
            Kind kind,
            String clause,
            String symptom,
            String reason,
            ConsumerScenario scenario,
            ConsumerTranscript transcript) {
        return new Finding(
                null,
                kind,
                call.expression(),
                clause,
                symptom,
                null,
                scenario.offered().kind(),
                reason,
                null,
                transcript.death() == null ? null : signal(transcript.death()),
                null,
                null,
                new Evidence(scenario.toTree(), CallSteps.of(call, scenario, transcript), List.of()),
                null);
    }

    /** {@code SIGSEGV} of {@code CRASHED (SIGSEGV)}. */
    private static String signal(String death) {
        return death.replaceFirst("^\\w+ \\((.*)\\)$", "$1");
    }
}
