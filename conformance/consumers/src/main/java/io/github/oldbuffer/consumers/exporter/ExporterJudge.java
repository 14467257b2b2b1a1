package io.github.oldbuffer.consumers.exporter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.consumers.exporter.ExporterRules.Verdict;
import io.github.oldbuffer.consumers.exporter.ExporterRules.Violation;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Causes;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.known.KnownDeviation;
import io.github.oldbuffer.suite.known.KnownDeviations;
import io.github.oldbuffer.suite.search.FindingIds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Judges the type of an object as an exporter.
 *
 * @param known entries on file that count
 */
public record ExporterJudge(WorkerSetting setting, KnownDeviations known) {

    /** What a report calls such a run, in front of the expression. */
    public static final String ID = "exporter:";

    private static final String FUNCTION = "bf_getbuffer";
    private static final String FORMAT = "oldbuffer-exporter";

    /** @throws CallException where the object cannot be made, or offers no memory at all */
    public Run judge(String expression, String setup) throws CallException, IOException {
        Observed observed = ExporterWorker.ask(setting, expression, setup);
        Identity identity = new Identity(
                ID + expression,
                observed.type() + " in " + setting.interpreter().name(),
                observed.python());
        Map<String, Verdict> verdicts = ExporterRules.judge(observed);
        List<Finding> found = new ArrayList<>();
        verdicts.forEach((clause, verdict) -> verdict.violations()
                .values()
                .forEach(violation -> found.add(finding(expression, setup, observed, clause, violation, null))));
        if (observed.died() != null) {
            String where = observed.asking() < 0
                    ? " while its memory was held"
                    : " in a request with " + RequestWords.of(observed.asking());
            found.add(finding(
                    expression,
                    setup,
                    observed,
                    null,
                    new Violation(
                            observed.died() + " in " + FUNCTION, "the process died of " + observed.died() + where),
                    observed.died().replaceFirst("^\\w+ \\((.*)\\)$", "$1")));
        }
        KnownDeviations applying = known.of(identity);
        List<Finding> filed = found.stream()
                .map(finding -> finding.withFiled(
                        applying.find(finding).map(KnownDeviation::filed).orElse(null)))
                .toList();
        List<Finding> named = FindingIds.named(identity, Causes.grouped(filed, (one, other) -> false));
        return new Run(
                identity,
                observed.answers().size() + observed.changes().size(),
                0,
                clauses(observed, verdicts),
                named,
                List.of(),
                null,
                null,
                null);
    }

    private static List<ClauseResult> clauses(Observed observed, Map<String, Verdict> verdicts) {
        return Clauses.ofExporters().stream()
                .map(clause -> result(clause, verdicts.get(clause.id()), observed))
                .toList();
    }

    private static ClauseResult result(Clause clause, Verdict verdict, Observed observed) {
        String level = clause.level().word();
        if (!verdict.violations().isEmpty()) {
            return new ClauseResult(clause.id(), level, ClauseResult.Verdict.VIOLATED, null, verdict.exercised());
        }
        if (observed.died() != null) {
            return new ClauseResult(
                    clause.id(), level, ClauseResult.Verdict.DIED, "the process died", verdict.exercised());
        }
        return verdict.exercised() > 0
                ? new ClauseResult(clause.id(), level, ClauseResult.Verdict.HOLDS, null, verdict.exercised())
                : new ClauseResult(
                        clause.id(), level, ClauseResult.Verdict.NOT_APPLICABLE, reason(clause.id(), observed), 0);
    }

    private static String reason(String clause, Observed observed) {
        return switch (clause) {
            case "EXP-1" -> "no request was refused";
            case "EXP-7" ->
                observed.granted().isEmpty()
                        ? "no request was granted"
                        : "no method of it takes memory away that it owns itself";
            default -> "no request was granted";
        };
    }

    private static Finding finding(
            String expression, String setup, Observed observed, String clause, Violation violation, String signal) {
        ObjectNode witness = new ObjectMapper().createObjectNode();
        witness.put("format", FORMAT)
                .put("version", 1)
                .put("expression", expression)
                .put("setup", setup);
        List<Evidence.Seen> steps = List.of(
                new Evidence.Seen("Make o0 = " + expression, "made: a " + observed.type(), ""),
                new Evidence.Seen("Ask it with every flag, and change it while it is held", violation.reason(), ""));
        return new Finding(
                null,
                clause == null ? Kind.DEATH : Kind.VIOLATION,
                FUNCTION,
                clause,
                violation.symptom(),
                null,
                observed.type(),
                violation.reason(),
                null,
                signal,
                null,
                null,
                new Evidence(witness, steps, List.of()),
                null);
    }
}
