package io.github.oldbuffer.reports.sarif;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.reports.words.Count;
import io.github.oldbuffer.reports.words.Located;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Results as SARIF 2.1.0, as code-scanning services take it: clauses are rules, new findings are results, each at a line
 * of the repository.
 *
 * <p>Deaths and differences, which belong to no clause, are results of a rule of their own. What is on file stays out,
 * for services show what is suppressed as open; so does what was not exercised. Findings that no line of the repository
 * is about cannot be shown, and are counted in a notification.
 */
public final class Sarif {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private Sarif() {}

    public static String write(Results results) {
        ObjectNode log = MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        // one run for all implementations: services keep one set of alerts for each tool
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Old Buffer conformance kit")
                .put("version", results.kit().version());
        List<Located> findings = Located.in(results);
        List<String> rules = List.copyOf(rules(results, findings));
        ArrayNode described = driver.putArray("rules");
        rules.forEach(id -> Rule.describe(id, described.addObject()));
        notify(Located.unlocated(results), run);
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode list = run.putArray("results");
        findings.forEach(finding -> result(finding, rules, list.addObject()));
        return log.toPrettyString() + "\n";
    }

    /** Every clause that was asked for: services drop alerts of rules that are gone. */
    private static Set<String> rules(Results results, List<Located> findings) {
        Set<String> ids = new LinkedHashSet<>();
        results.runs().forEach(run -> run.clauses().forEach(clause -> ids.add(clause.id())));
        findings.forEach(finding -> ids.add(finding.rule()));
        return ids;
    }

    private static void notify(long unlocated, ObjectNode run) {
        ObjectNode invocation = run.putArray("invocations").addObject().put("executionSuccessful", true);
        if (unlocated > 0) {
            invocation
                    .putArray("toolExecutionNotifications")
                    .addObject()
                    .put("level", "note")
                    .putObject("message")
                    .put(
                            "text",
                            Count.of(unlocated, "new finding is", "new findings are")
                                    + " about no file of the repository, and not listed here.");
        }
    }

    private static void result(Located located, List<String> rules, ObjectNode result) {
        result.put("ruleId", located.rule())
                .put("ruleIndex", rules.indexOf(located.rule()))
                .put("kind", "fail")
                .put("level", level(located));
        result.putObject("message").put("text", literal(located.sentence()));
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation")
                .put("uri", RelativeUri.of(located.source().file()));
        place.putObject("region").put("startLine", located.source().line());
        // several findings are at the same line; by default services take what is at one line for one
        result.putObject("partialFingerprints")
                .put("primaryLocationLineHash", located.digest() + ":1")
                .put("finding/v1", located.fingerprint());
        result.putObject("properties")
                .put("cause", located.finding().cause().title())
                .put("implementation", located.run().implementation().id())
                .put("witness", located.finding().witness());
    }

    private static String level(Located located) {
        if (!located.counts()) {
            return "note";
        }
        return located.finding().kind() == Kind.DIFFERENCE ? "warning" : "error";
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
