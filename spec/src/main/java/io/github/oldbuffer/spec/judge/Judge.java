package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds transcripts against the contract.
 *
 * <p>A transcript of an implementation that does not support the scenario exercises nothing; of one that died, what
 * came before its death is judged, and the death itself is the runner's to report.
 */
public final class Judge {

    private Judge() {}

    /** The verdict for one clause. */
    public static Verdict judge(String clause, Scenario scenario, Transcript transcript) {
        Rule rule = Rules.BY_CLAUSE.get(clause);
        if (rule == null) {
            throw new IllegalArgumentException("no clause is called " + clause);
        }
        Case judged = caseOf(scenario, transcript);
        return judged == null ? Verdict.NOT_EXERCISED : verdict(rule, judged);
    }

    /** The verdicts for every clause that the scenario exercises, by clause. */
    public static Map<String, Verdict> judge(Scenario scenario, Transcript transcript) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        Case judged = caseOf(scenario, transcript);
        if (judged != null) {
            Rules.BY_CLAUSE.forEach((clause, rule) -> {
                Verdict verdict = verdict(rule, judged);
                if (verdict != Verdict.NOT_EXERCISED) {
                    verdicts.put(clause, verdict);
                }
            });
        }
        return verdicts;
    }

    private static Verdict verdict(Rule rule, Case judged) {
        Findings findings = new Findings();
        rule.examine(judged, findings);
        return findings.verdict();
    }

    private static Case caseOf(Scenario scenario, Transcript transcript) {
        if (transcript.outcome() instanceof Outcome.Unsupported) {
            return null;
        }
        List<Fact> facts;
        try {
            facts = Facts.of(scenario);
        } catch (InvalidException invalid) {
            throw new IllegalArgumentException("an invalid scenario cannot be judged: " + invalid.getMessage());
        }
        if (transcript.events().size() > facts.size()) {
            throw new IllegalArgumentException("a transcript has more events than its scenario has steps");
        }
        return new Case(scenario.steps(), facts, transcript.events());
    }
}
