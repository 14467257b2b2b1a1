package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.reports.compare.RunChange;
import io.github.oldbuffer.reports.words.ChangeWords;
import io.github.oldbuffer.spec.compare.Comparison;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.compare.DiffResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison for people: each difference with its witness, the contract's view, and what was not compared. */
public final class DiffLines {

    /** Differences that are printed; the report has them all. */
    private static final int MOST = 25;

    /** Neither violates it as far as it was judged, and scenarios of it killed one of the two. */
    private static final String DIED = "neither, but one died";

    private static final String INDENT = " ".repeat(11);

    private DiffLines() {}

    /**
     * @param runs of the two as the report has them, in this order
     * @param change what the contract says of both, by cause
     * @param folder of the report, as the user named it
     */
    public static List<String> of(DiffResult result, List<Run> runs, RunChange change, Path folder, Paint paint) {
        List<String> lines = new ArrayList<>();
        Run left = runs.get(0);
        Run right = runs.get(1);
        List<Finding> differences = result.differences(left);
        lines.add(paint.heading(Words.of(left.implementation()) + ", the other: " + Words.of(right.implementation())));
        lines.add("  " + Words.count(left.scenarios(), "scenario", "scenarios")
                + (result.leftOut() == 0 ? "" : ", " + Words.count(result.leftOut(), "left out", "left out"))
                + ", " + Words.count(result.compared(), "compared", "compared") + ", "
                + Words.count(differences.size(), "difference", "differences"));
        if (!differences.isEmpty()) {
            lines.add("");
            lines.add(paint.heading("scenarios  difference"));
        }
        differences.stream().limit(MOST).forEach(found -> difference(result, found, folder, lines));
        if (differences.size() > MOST) {
            lines.add(INDENT + "and " + Words.count(differences.size() - MOST, "rarer one", "rarer ones") + ", in "
                    + folder.resolve("results.json"));
        }
        lines.add("");
        if (result.leftOut() > 0) {
            lines.addAll(
                    Wrapped.lines("Left out: scenarios with a call that had killed one of the two several times.", ""));
            lines.add("");
        }
        lines.addAll(ChangeLines.of(change, folder, paint));
        lines.add("");
        lines.addAll(violated(left, right, paint));
        lines.add("");
        lines.add(paint.heading("not compared"));
        Comparison.NORMALISED.forEach(sentence -> lines.addAll(Wrapped.lines(sentence, "  ")));
        lines.add("");
        lines.add(answer(result, change, left, right));
        return lines;
    }

    private static void difference(DiffResult result, Finding found, Path folder, List<String> lines) {
        List<String> words = Wrapped.lines(Printable.of(words(found)), INDENT);
        lines.add(String.format(Locale.ROOT, "%,9d  ", result.scenarios(found))
                + words.get(0).substring(INDENT.length()));
        lines.addAll(words.subList(1, words.size()));
        lines.add(INDENT + folder.resolve(found.witness()));
    }

    /** What another step than the call shows, such as a resizing, is told of with the function that it is about. */
    private static String words(Finding found) {
        return found.symptom().startsWith(found.function())
                ? found.symptom()
                : found.symptom() + " (" + found.function() + ")";
    }

    /** What one, the other or both of the two do wrong by the contract. */
    private static List<String> violated(Run left, Run right, Paint paint) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        String onlyLeft = "only " + left.implementation().id();
        String onlyRight = "only " + right.implementation().id();
        for (String group : List.of(onlyLeft, onlyRight, "both", "neither", DIED, "not exercised")) {
            groups.put(group, new ArrayList<>());
        }
        for (ClauseResult one : left.clauses()) {
            ClauseResult other = right.clause(one.id()).orElseThrow();
            boolean unknown = one.verdict() == Verdict.NOT_EXERCISED || other.verdict() == Verdict.NOT_EXERCISED;
            boolean died = one.verdict() == Verdict.DIED || other.verdict() == Verdict.DIED;
            String group = violated(one) && violated(other)
                    ? "both"
                    : violated(one)
                            ? onlyLeft
                            : violated(other) ? onlyRight : died ? DIED : unknown ? "not exercised" : "neither";
            groups.get(group).add(one.id());
        }
        groups.entrySet()
                .removeIf(group -> group.getValue().isEmpty()
                        && List.of(DIED, "not exercised").contains(group.getKey()));
        int width = groups.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(paint.heading("clauses violated by"));
        groups.forEach((group, clauses) -> {
            String indent = " ".repeat(width + 4);
            String words = clauses.isEmpty()
                    ? "-"
                    : group.equals("neither")
                            ? Words.count(clauses.size(), "clause", "clauses")
                            : String.join(" ", clauses);
            List<String> wrapped = Wrapped.lines(words, indent);
            lines.add("  " + String.format("%-" + width + "s", group) + "  "
                    + wrapped.get(0).substring(indent.length()));
            lines.addAll(wrapped.subList(1, wrapped.size()));
        });
        return lines;
    }

    private static boolean violated(ClauseResult clause) {
        return clause.verdict() == Verdict.VIOLATED;
    }

    private static String answer(DiffResult result, RunChange change, Run left, Run right) {
        String both =
                left.implementation().id() + " and " + right.implementation().id();
        int ways = result.differences(left).size();
        if (ways > 0 || change.differs()) {
            return both + " differ"
                    + (ways == 0 ? "" : " in " + Words.count(ways, "way", "ways"))
                    + (change.differs() ? "; " + ChangeWords.counts(change) : "");
        }
        return result.doubt()
                .map(doubt -> both + " could not be compared: " + doubt)
                .orElse(both + " do the same");
    }
}
