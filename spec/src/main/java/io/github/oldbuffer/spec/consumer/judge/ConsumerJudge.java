package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.judge.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds transcripts of consumers against the clauses about them. */
public final class ConsumerJudge {

    private static final List<String> COMPARISONS =
            List.of("another result", "another effect", "other bytes written", "a result where", "answered as if");

    private ConsumerJudge() {}

    /** Whether a symptom rests on a comparison with bytes, which says nothing where their results differ by themselves. */
    public static boolean compares(String symptom) {
        return COMPARISONS.stream().anyMatch(symptom::startsWith);
    }

    /** The verdicts for every clause that the scenario exercises, by clause. */
    public static Map<String, Verdict> judge(ConsumerScenario scenario, ConsumerTranscript transcript) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        if (transcript.unsupported() != null) {
            return verdicts;
        }
        CallCase call = new CallCase(scenario, transcript);
        ConsumerRules.BY_CLAUSE.forEach((clause, rule) -> {
            CallFindings findings = new CallFindings();
            rule.examine(call, findings);
            Verdict verdict = findings.verdict();
            if (verdict != Verdict.NOT_EXERCISED) {
                verdicts.put(clause, verdict);
            }
        });
        return verdicts;
    }
}
