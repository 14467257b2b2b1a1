package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.judge.rule.Rule;
import io.github.oldbuffer.spec.judge.rule.Rules;
import io.github.oldbuffer.spec.judge.seen.Case;
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
        return judge(clause, caseOf(scenario, transcript));
    }

    /**
     * The verdict for one clause.
     *
     * @param facts of the scenario, which judges of many scenarios have at hand
     */
    public static Verdict judge(String clause, Scenario scenario, List<Fact> facts, Transcript transcript) {
        return judge(clause, counts(transcript) ? caseOf(scenario, facts, transcript) : null);
    }

    private static Verdict judge(String clause, Case judged) {
        Rule rule = Rules.BY_CLAUSE.get(clause);
        if (rule == null) {
            throw new IllegalArgumentException("no clause is called " + clause);
        }
        return judged == null ? Verdict.NOT_EXERCISED : verdict(rule, judged, new Findings(true));
    }

    /** The verdicts for every clause that the scenario exercises, by clause. */
    public static Map<String, Verdict> judge(Scenario scenario, Transcript transcript) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        Case judged = caseOf(scenario, transcript);
        if (judged != null) {
            each(judged, true, verdicts::put);
        }
        return verdicts;
    }

    /** Takes the verdict for a clause that a scenario exercises. */
    @FunctionalInterface
    public interface Listener {
        void hear(String clause, Verdict verdict);
    }

    /**
     * Tells the verdicts for every clause that the scenario exercises, without reasons: most are never read, and making
     * them costs more than judging does.
     *
     * @param facts of the scenario, which judges of many scenarios have at hand
     */
    public static void judge(Scenario scenario, List<Fact> facts, Transcript transcript, Listener listener) {
        if (counts(transcript)) {
            each(caseOf(scenario, facts, transcript), false, listener);
        }
    }

    private static void each(Case judged, boolean reasons, Listener listener) {
        Findings findings = new Findings(reasons);
        for (Rules.OfClause bearing : Rules.bearingOn(judged)) {
            Verdict verdict = verdict(bearing.rule(), judged, findings);
            if (verdict != Verdict.NOT_EXERCISED) {
                listener.hear(bearing.clause(), verdict);
            }
        }
    }

    private static Verdict verdict(Rule rule, Case judged, Findings findings) {
        rule.examine(judged, findings);
        return findings.verdict();
    }

    /** Neither what is not supported nor what dies whatever function is called says anything about a clause. */
    private static boolean counts(Transcript transcript) {
        return !(transcript.outcome() instanceof Outcome.Unsupported)
                && !(transcript.outcome() instanceof Outcome.Died died && died.death() == Outcome.Death.AT_THE_BORDER);
    }

    private static Case caseOf(Scenario scenario, Transcript transcript) {
        if (!counts(transcript)) {
            return null;
        }
        try {
            return caseOf(scenario, Facts.of(scenario), transcript);
        } catch (InvalidException invalid) {
            throw new IllegalArgumentException("an invalid scenario cannot be judged: " + invalid.getMessage());
        }
    }

    private static Case caseOf(Scenario scenario, List<Fact> facts, Transcript transcript) {
        if (transcript.events().size() > facts.size()) {
            throw new IllegalArgumentException("a transcript has more events than its scenario has steps");
        }
        if (Facts.learn(facts)) {
            List<Fact> learnt = Facts.of(scenario, transcript);
            int judged = Math.min(learnt.size(), transcript.events().size());
            return new Case(scenario.steps(), learnt, transcript.events().subList(0, judged));
        }
        return new Case(scenario.steps(), facts, transcript.events());
    }
}
