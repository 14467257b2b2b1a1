package io.github.oldbuffer.reports.sarif;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import io.github.oldbuffer.reports.results.Run.Difference;
import io.github.oldbuffer.reports.results.Run.Overall;
import io.github.oldbuffer.reports.words.Finding;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Results as SARIF 2.1.0: clauses are rules, deviations are results, each located at its witness.
 *
 * <p>A known deviation is suppressed, with the reason on file. A clause that was not exercised is an open question. A
 * difference from another implementation, which no clause forbids, is a warning of a rule of its own.
 */
public final class Sarif {

    /** The id of the rule about what no clause forbids. */
    private static final String DIFFERENCE = "DIFFERENCE";

    private static final JsonMapper MAPPER = new JsonMapper();

    private Sarif() {}

    public static String write(Results results) {
        ObjectNode log = MAPPER.createObjectNode().put("version", "2.1.0");
        // one run for all implementations: services keep one set of alerts for each tool
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Old Buffer conformance kit")
                .put("version", results.kit().version());
        List<String> rules = List.copyOf(clauses(results));
        ArrayNode described = driver.putArray("rules");
        rules.forEach(id -> rule(id, described.addObject()));
        run.putObject("originalUriBaseIds")
                .putObject("REPORT")
                .putObject("description")
                .put("text", "The folder of this report.");
        ArrayNode list = run.putArray("results");
        for (Run implementation : results.runs()) {
            Finding.in(implementation).forEach(finding -> finding(implementation, finding, rules, list.addObject()));
            implementation
                    .differences()
                    .forEach(difference -> difference(implementation, difference, rules, list.addObject()));
            implementation.clauses().stream()
                    .filter(clause -> clause.verdict() == Overall.NOT_EXERCISED)
                    .forEach(clause -> open(implementation, clause, rules, list.addObject()));
        }
        return log.toPrettyString() + "\n";
    }

    private static Set<String> clauses(Results results) {
        Set<String> ids = new LinkedHashSet<>();
        for (Run run : results.runs()) {
            run.clauses().forEach(clause -> ids.add(clause.id()));
            run.crashes().forEach(crash -> ids.add(crash.clause()));
        }
        if (results.runs().stream().anyMatch(run -> !run.differences().isEmpty())) {
            ids.add(DIFFERENCE);
        }
        return ids;
    }

    private static void rule(String id, ObjectNode rule) {
        rule.put("id", id);
        if (id.equals(DIFFERENCE)) {
            rule.putObject("shortDescription").put("text", "Two implementations do the same.");
            rule.putObject("help")
                    .put(
                            "text",
                            "No clause forbids a difference; where one replaces the other, callers may depend on it.");
        }
        Clauses.find(id).ifPresent(clause -> describe(clause, rule));
    }

    private static void describe(Clause clause, ObjectNode rule) {
        rule.putObject("shortDescription").put("text", clause.statement());
        rule.putObject("fullDescription").put("text", clause.statement() + " Source: " + clause.source());
        rule.putObject("help").put("text", "Look at: " + clause.lookAt());
        rule.putObject("properties").put("level", clause.level().word());
    }

    private static void finding(Run run, Finding finding, List<String> rules, ObjectNode result) {
        boolean binding = !finding.level().equals("reference");
        head(finding.clause(), rules, result)
                .put("kind", "fail")
                .put("level", finding.known() || !binding ? "note" : "error");
        message(run, finding.symptom() + ": " + finding.reason(), result);
        place(finding.witness(), result);
        result.putObject("partialFingerprints")
                .put("deviation/v1", run.implementation().id() + " " + finding.clause() + " " + finding.symptom());
        if (finding.known()) {
            result.putArray("suppressions")
                    .addObject()
                    .put("kind", "external")
                    .put("justification", String.valueOf(finding.why()));
        }
    }

    private static void difference(Run run, Difference difference, List<String> rules, ObjectNode result) {
        head(DIFFERENCE, rules, result).put("kind", "fail").put("level", "warning");
        message(
                run,
                difference.symptom()
                        + (difference.shown() == null
                                ? ""
                                : ": " + difference.shown().reason()),
                result);
        place(difference.witness(), result);
        result.putObject("partialFingerprints")
                .put("difference/v1", run.implementation().id() + " " + difference.symptom());
    }

    private static void place(String witness, ObjectNode result) {
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", witness).put("uriBaseId", "REPORT");
        place.putObject("region").put("startLine", 1);
    }

    private static void open(Run run, ClauseResult clause, List<String> rules, ObjectNode result) {
        head(clause.id(), rules, result).put("kind", "open").put("level", "none");
        message(
                run,
                "it was not exercised"
                        + (clause.missing().isEmpty() ? "" : "; never seen: " + String.join(", ", clause.missing())),
                result);
    }

    private static ObjectNode head(String clause, List<String> rules, ObjectNode result) {
        return result.put("ruleId", clause).put("ruleIndex", rules.indexOf(clause));
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
