package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Run.ClauseResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one, the other or both of two implementations do wrong by the contract. */
final class DiffClauses {

    private DiffClauses() {}

    static List<String> lines(Run left, Run right, Paint paint) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        String onlyLeft = "only " + left.implementation().id();
        String onlyRight = "only " + right.implementation().id();
        for (String group : List.of(onlyLeft, onlyRight, "both", "neither", "not exercised")) {
            groups.put(group, new ArrayList<>());
        }
        for (int i = 0; i < left.clauses().size(); i++) {
            ClauseResult one = left.clauses().get(i);
            ClauseResult other = right.clauses().get(i);
            boolean wrongLeft = wrong(left, one);
            boolean wrongRight = wrong(right, other);
            boolean unknown =
                    one.verdict() == Run.Overall.NOT_EXERCISED || other.verdict() == Run.Overall.NOT_EXERCISED;
            String group = wrongLeft && wrongRight
                    ? "both"
                    : wrongLeft ? onlyLeft : wrongRight ? onlyRight : unknown ? "not exercised" : "neither";
            groups.get(group).add(one.id());
        }
        if (groups.get("not exercised").isEmpty()) {
            groups.remove("not exercised");
        }
        int width = groups.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(paint.heading("clauses violated by"));
        groups.forEach((group, clauses) -> {
            String indent = " ".repeat(width + 4);
            String words = clauses.isEmpty() ? "-" : String.join(" ", clauses);
            List<String> wrapped = Wrapped.lines(group.equals("neither") ? count(clauses) : words, indent);
            lines.add("  " + String.format("%-" + width + "s", group) + "  "
                    + wrapped.get(0).substring(indent.length()));
            lines.addAll(wrapped.subList(1, wrapped.size()));
        });
        return lines;
    }

    private static String count(List<String> clauses) {
        return Words.count(clauses.size(), "clause", "clauses");
    }

    private static boolean wrong(Run run, ClauseResult clause) {
        return clause.verdict() == Run.Overall.VIOLATED
                || run.crashes().stream().anyMatch(crash -> crash.clause().equals(clause.id()));
    }
}
