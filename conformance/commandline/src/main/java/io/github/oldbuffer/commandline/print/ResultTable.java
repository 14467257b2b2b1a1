package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of a run: a line for each clause, a column for each implementation. */
public final class ResultTable {

    private static final int NARROWEST = 13;
    private static final int WIDEST = 27;
    private static final String GAP = "  ";

    private ResultTable() {}

    public static List<String> lines(Results results, Paint paint) {
        List<String> headings = results.runs().stream()
                .map(run -> shortened(run.implementation().id()))
                .collect(Collectors.toUnmodifiableList());
        List<String> lines = new ArrayList<>();
        StringBuilder heading =
                new StringBuilder(String.format("%-8s", "clause") + GAP + String.format("%-9s", "level"));
        headings.forEach(name -> heading.append(GAP).append(String.format("%-" + width(name) + "s", name)));
        lines.add(paint.heading(heading.toString().stripTrailing()));
        for (Map.Entry<String, String> clause : clauses(results).entrySet()) {
            StringBuilder line = new StringBuilder(
                    String.format("%-8s", clause.getKey()) + GAP + String.format("%-9s", clause.getValue()));
            for (int i = 0; i < headings.size(); i++) {
                String word = word(results.runs().get(i), clause.getKey());
                // nothing to pad behind the last column
                int width = i + 1 < headings.size() ? width(headings.get(i)) : 0;
                line.append(GAP).append(paint.word(word, width));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** The verdict on a clause in a word: what is new outweighs what is on file. */
    private static String word(Run run, String id) {
        Optional<ClauseResult> clause = run.clause(id);
        if (clause.isEmpty()) {
            return "-";
        }
        List<Finding> found = run.findings(id);
        return switch (clause.get().verdict()) {
            case HOLDS -> "HOLDS";
            case VIOLATED -> found.stream().allMatch(Finding::known) ? "known" : "VIOLATED";
            case DIED -> "DIED";
            case NOT_EXERCISED -> "not exercised";
            case NOT_APPLICABLE -> "-";
        };
    }

    /** Clauses and their levels, in the order in which clauses are listed. */
    private static Map<String, String> clauses(Results results) {
        Map<String, String> found = new LinkedHashMap<>();
        results.runs().forEach(run -> run.clauses().forEach(clause -> found.put(clause.id(), clause.level())));
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Clause clause : Clauses.listed()) {
            if (found.containsKey(clause.id())) {
                ordered.put(clause.id(), found.get(clause.id()));
            }
        }
        found.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static int width(String heading) {
        return Math.max(NARROWEST, heading.length());
    }

    /** Keeps the family and the end of an id, which tell implementations apart. */
    public static String shortened(String id) {
        if (id.length() <= WIDEST) {
            return id;
        }
        String family = id.substring(0, Math.min(id.indexOf(':') + 1, WIDEST / 2));
        return family + "..." + id.substring(id.length() - (WIDEST - family.length() - 3));
    }
}
