package io.github.oldbuffer.reports.sarif;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Finding.Kind;
import java.util.Optional;

/** What SARIF says of a rule. Services refuse rules without a full description, and show the help beside an alert. */
final class Rule {

    private Rule() {}

    /** @param id of a clause, or {@code DEATH} or {@code DIFFERENCE} */
    static void describe(String id, ObjectNode rule) {
        rule.put("id", id).put("name", id);
        Optional<Clause> clause = Clauses.find(id);
        if (clause.isPresent()) {
            Clause known = clause.get();
            words(
                    rule,
                    known.statement(),
                    " Source: " + known.source(),
                    "Look at: " + known.lookAt() + "\nMore: conform explain " + id);
            level(rule, "error", known.level().word());
        } else if (id.equals(Kind.DIFFERENCE.name())) {
            words(
                    rule,
                    "Two implementations do the same.",
                    "",
                    "No clause forbids a difference; where one replaces the other, callers may depend on it.");
            level(rule, "warning", "reference");
        } else if (id.equals(Kind.DEATH.name())) {
            words(rule, "No call kills the process.", "", "Run the witness in a debugger.");
            level(rule, "error", "implied");
        } else {
            // results of another version of the kit
            words(rule, "Clause " + id + ".", " This version of the kit does not know it.", "conform list clauses");
            level(rule, "error", "unknown");
        }
    }

    private static void words(ObjectNode rule, String statement, String source, String help) {
        rule.putObject("shortDescription").put("text", statement);
        rule.putObject("fullDescription").put("text", statement + source);
        rule.putObject("help").put("text", help);
    }

    private static void level(ObjectNode rule, String level, String word) {
        rule.putObject("defaultConfiguration").put("level", level);
        rule.putObject("properties").put("level", word);
    }
}
