package io.github.oldbuffer.reports.markdown;

import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.KitCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One page about the functions of whole modules: what is found first, then functions and clauses by module, then what was
 * left out and why.
 *
 * @param statements what each clause says, by its id
 * @param notes what was seen and is no finding
 * @param leftOut names that were not called, with the reason
 */
public record ScanPage(
        Results results, Map<String, String> statements, List<String> notes, Map<String, String> leftOut) {

    /** The file that it is. */
    public static final String FILE = "scan.md";

    /** In Markdown. */
    public String text() {
        List<String> lines = new ArrayList<>();
        long deviating = results.runs().stream().filter(Run::deviates).count();
        long scenarios = results.runs().stream().mapToLong(Run::scenarios).sum();
        lines.add("# Functions that take memory");
        lines.add("");
        lines.add(String.format(
                "%,d calls judged with %,d scenarios, of which %,d do not conform.",
                results.runs().size(), scenarios, deviating));
        if (results.command() != null) {
            lines.add("Again: "
                    + Markdown.code(KitCommand.NAME + " "
                            + String.join(" ", results.command().words())));
        }
        findings(lines);
        functions(lines);
        listed("Notes", notes, lines);
        Map<String, List<String>> byReason = new TreeMap<>();
        leftOut.forEach((name, why) ->
                byReason.computeIfAbsent(why, none -> new ArrayList<>()).add(name));
        listed(
                "Left out",
                byReason.entrySet().stream()
                        .map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
                        .toList(),
                lines);
        return String.join("\n", lines) + "\n";
    }

    private void findings(List<String> lines) {
        lines.add("");
        lines.add("## What is found");
        lines.add("");
        boolean any = false;
        for (Run run : results.runs()) {
            for (Finding finding : run.findings()) {
                any = true;
                lines.add("- " + Markdown.code(finding.function()) + ", " + finding.heading() + ": "
                        + Markdown.escaped(finding.symptom()) + (finding.filed() == null ? "" : " (on file)"));
                String statement = statements.get(finding.clause());
                if (statement != null) {
                    lines.add("  - expected: " + Markdown.escaped(statement));
                }
                lines.add("  - seen: " + Markdown.escaped(finding.reason()));
                if (finding.witness() != null) {
                    lines.add("  - shown by: " + Markdown.code(finding.witness().replaceFirst("[^/]+$", "repro.py")));
                }
            }
        }
        if (!any) {
            lines.add("Nothing.");
        }
    }

    /** A table for each module: a letter for each clause, so that a module of many functions can be looked over. */
    private void functions(List<String> lines) {
        Map<String, List<Run>> modules = results.runs().stream()
                .collect(Collectors.groupingBy(run -> module(call(run)), TreeMap::new, Collectors.toList()));
        lines.add("");
        lines.add("## Functions");
        lines.add("");
        lines.add("`+` holds, `x` violated, `!` died, `-` nothing to ask.");
        modules.forEach((module, runs) -> {
            List<String> clauses =
                    runs.get(0).clauses().stream().map(ClauseResult::id).toList();
            lines.add("");
            lines.add("### " + Markdown.escaped(module));
            lines.add("");
            lines.add("| call | " + String.join(" | ", clauses) + " | scenarios |");
            lines.add("| --- |" + " :-: |".repeat(clauses.size()) + " --: |");
            for (Run run : runs) {
                lines.add("| " + Markdown.escaped(call(run)) + " | "
                        + run.clauses().stream().map(ScanPage::sign).collect(Collectors.joining(" | ")) + " | "
                        + run.scenarios() + " |");
            }
        });
    }

    private static void listed(String title, List<String> items, List<String> lines) {
        if (items.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("## " + title);
        lines.add("");
        items.forEach(item -> lines.add("- " + Markdown.escaped(item)));
    }

    private static String sign(ClauseResult clause) {
        return switch (clause.verdict()) {
            case HOLDS -> "+";
            case VIOLATED -> "**x**";
            case DIED -> "!";
            case NOT_EXERCISED, NOT_APPLICABLE -> "-";
        };
    }

    private static String call(Run run) {
        return run.implementation().id().replaceFirst("^call:", "");
    }

    private static String module(String expression) {
        int end = expression.indexOf('(');
        String name = end < 0 ? expression : expression.substring(0, end);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
