package io.github.oldbuffer.reports.sarif;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Results as SARIF 2.1.0: clauses are rules, findings are results, each located at its witness.
 *
 * <p>Deaths and differences, which belong to no clause, are results of a rule of their own. What is known is suppressed,
 * with the reason on file. A clause that was not exercised is an open question.
 */
public final class Sarif {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Sarif() {}

    public static String write(Results results) {
        ObjectNode log = MAPPER.createObjectNode().put("version", "2.1.0");
        // one run for all implementations: services keep one set of alerts for each tool
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Old Buffer conformance kit")
                .put("version", results.kit().version());
        List<String> rules = List.copyOf(rules(results));
        ArrayNode described = driver.putArray("rules");
        rules.forEach(id -> rule(id, described.addObject()));
        run.putObject("originalUriBaseIds")
                .putObject("REPORT")
                .putObject("description")
                .put("text", "The folder of this report.");
        ArrayNode list = run.putArray("results");
        for (Run implementation : results.runs()) {
            implementation.findings().forEach(finding -> finding(implementation, finding, rules, list.addObject()));
            implementation.clauses().stream()
                    .filter(clause ->
                            clause.verdict() == Verdict.NOT_EXERCISED || clause.verdict() == Verdict.NOT_APPLICABLE)
                    .forEach(clause -> notJudged(implementation, clause, rules, list.addObject()));
        }
        return log.toPrettyString() + "\n";
    }

    private static Set<String> rules(Results results) {
        Set<String> ids = new LinkedHashSet<>();
        results.runs().forEach(run -> run.clauses().forEach(clause -> ids.add(clause.id())));
        results.runs().forEach(run -> run.findings().forEach(finding -> ids.add(rule(finding))));
        return ids;
    }

    private static String rule(Finding finding) {
        return finding.kind() == Kind.VIOLATION
                ? finding.clause()
                : finding.kind().name();
    }

    private static void rule(String id, ObjectNode rule) {
        rule.put("id", id);
        if (id.equals(Kind.DIFFERENCE.name())) {
            describe(
                    rule,
                    "Two implementations do the same.",
                    "",
                    "No clause forbids a difference; where one replaces the other, callers may depend on it.");
        } else if (id.equals(Kind.DEATH.name())) {
            describe(rule, "No call kills the process.", "", "Run the witness in a debugger.");
        }
        Clauses.find(id).ifPresent(clause -> {
            describe(rule, clause.statement(), " Source: " + clause.source(), "Look at: " + clause.lookAt());
            rule.putObject("properties").put("level", clause.level().word());
        });
    }

    private static void describe(ObjectNode rule, String statement, String source, String help) {
        rule.putObject("shortDescription").put("text", statement);
        rule.putObject("fullDescription").put("text", statement + source);
        rule.putObject("help").put("text", help);
    }

    private static void finding(Run run, Finding finding, List<String> rules, ObjectNode result) {
        head(rule(finding), rules, result).put("kind", "fail").put("level", level(run, finding));
        message(run, finding.symptom() + ": " + finding.reason(), result);
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", finding.witness()).put("uriBaseId", "REPORT");
        place.putObject("region").put("startLine", 1);
        result.putObject("partialFingerprints")
                .put("finding/v1", run.implementation().id() + " " + finding.id());
        result.putObject("properties").put("cause", finding.cause().title());
        if (finding.known()) {
            result.putArray("suppressions")
                    .addObject()
                    .put("kind", "external")
                    .put("justification", finding.filed().reason());
        }
    }

    private static String level(Run run, Finding finding) {
        if (finding.known() || !run.counts(finding)) {
            return "note";
        }
        return finding.kind() == Kind.DIFFERENCE ? "warning" : "error";
    }

    private static void notJudged(Run run, ClauseResult clause, List<String> rules, ObjectNode result) {
        boolean open = clause.verdict() == Verdict.NOT_EXERCISED;
        head(clause.id(), rules, result)
                .put("kind", open ? "open" : "notApplicable")
                .put("level", "none");
        message(
                run,
                (open ? "it was not exercised" : "it does not apply")
                        + (clause.why() == null ? "" : "; " + clause.why()),
                result);
    }

    private static ObjectNode head(String rule, List<String> rules, ObjectNode result) {
        return result.put("ruleId", rule).put("ruleIndex", rules.indexOf(rule));
    }

    private static void message(Run run, String sentence, ObjectNode result) {
        result.putObject("message").put("text", literal(run.implementation().id() + ": " + sentence));
    }

    /** In SARIF's messages brackets begin a link and braces a placeholder. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("{", "{{")
                .replace("}", "}}");
    }
}
