package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.compare.Comparison;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.diff.DiffResult;
import io.github.oldbuffer.suite.diff.DifferenceFound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison for people: each difference with its witness, the contract's view, and what was not compared. */
final class DiffLines {

    /** Differences that are printed; the report has them all. */
    private static final int MOST = 25;

    private static final String INDENT = " ".repeat(11);

    private DiffLines() {}

    /**
     * @param runs of the two, in this order
     * @param folder of the report, as the user named it
     */
    static List<String> of(DiffResult result, List<Run> runs, Path folder, Paint paint) {
        List<String> lines = new ArrayList<>();
        String left = result.left().implementation().id();
        String right = result.right().implementation().id();
        lines.add(paint.heading(Words.of(result.left().implementation()) + ", the other: "
                + Words.of(result.right().implementation())));
        lines.add("  " + Words.count(result.scenarios(), "scenario", "scenarios")
                + (result.leftOut() == 0 ? "" : ", " + Words.count(result.leftOut(), "left out", "left out"))
                + ", " + Words.count(result.compared(), "compared", "compared") + ", "
                + Words.count(result.differing(), "differs", "differ"));
        if (!result.differences().isEmpty()) {
            lines.add("");
            lines.add(paint.heading("scenarios  difference"));
        }
        int shown = Math.min(MOST, result.differences().size());
        for (int i = 0; i < shown; i++) {
            difference(
                    result.differences().get(i),
                    folder.resolve(runs.get(0).differences().get(i).witness()),
                    lines);
        }
        if (shown < result.differences().size()) {
            lines.add(INDENT + "and " + Words.count(result.differences().size() - shown, "rarer one", "rarer ones")
                    + ", in " + folder.resolve("results.json"));
        }
        lines.add("");
        if (result.leftOut() > 0) {
            lines.addAll(Wrapped.lines(
                    "Left out: calls with NULL or an exception pending that one of the two had died of three times.",
                    ""));
            lines.add("");
        }
        lines.addAll(DiffClauses.lines(runs.get(0), runs.get(1), paint));
        lines.add("");
        lines.add(paint.heading("not compared"));
        Comparison.NORMALISED.forEach(sentence -> lines.addAll(Wrapped.lines(sentence, "  ")));
        lines.add("");
        lines.add(answer(result, left, right));
        return lines;
    }

    private static void difference(DifferenceFound found, Path witness, List<String> lines) {
        List<String> words = Wrapped.lines(Printable.of(found.symptom()), INDENT);
        lines.add(String.format(Locale.ROOT, "%,9d  ", found.scenarios())
                + words.get(0).substring(INDENT.length()));
        lines.addAll(words.subList(1, words.size()));
        lines.add(INDENT + witness);
    }

    private static String answer(DiffResult result, String left, String right) {
        if (!result.differences().isEmpty()) {
            return left + " and " + right + " differ in "
                    + Words.count(result.differences().size(), "way", "ways");
        }
        return result.doubt()
                .map(doubt -> left + " and " + right + " could not be compared: " + doubt)
                .orElse(left + " and " + right + " do the same");
    }
}
