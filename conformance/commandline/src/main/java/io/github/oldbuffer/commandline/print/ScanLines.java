package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a scan prints: what deviates, and a line for each module; a table of a thousand columns would help nobody. */
public final class ScanLines {

    private ScanLines() {}

    /** @param folder of the report, as the user named it */
    public static List<String> of(Results results, Path folder, Paint paint) {
        List<Run> odd =
                results.runs().stream().filter(run -> !run.findings().isEmpty()).toList();
        List<String> lines = new ArrayList<>(FindingLines.of(results.withRuns(odd), folder, paint));
        Map<String, int[]> modules = new TreeMap<>();
        for (Run run : results.runs()) {
            int[] counts = modules.computeIfAbsent(module(run), none -> new int[2]);
            counts[0]++;
            counts[1] += run.deviates() ? 1 : 0;
        }
        lines.add("");
        modules.forEach((module, counts) -> lines.add(String.format(
                "%-24s  %s%s",
                module,
                Words.count(counts[0], "call takes memory", "calls take memory"),
                counts[1] == 0 ? "" : ", " + Words.count(counts[1], "does not conform", "do not conform"))));
        long scenarios = results.runs().stream().mapToLong(Run::scenarios).sum();
        long deviating = results.runs().stream().filter(Run::deviates).count();
        lines.add("");
        lines.add(Words.count(results.runs().size(), "call", "calls") + " judged with "
                + Words.count(scenarios, "scenario", "scenarios") + ": "
                + (deviating == 0 ? "all conform" : Words.count(deviating, "does not conform", "do not conform")));
        return lines;
    }

    private static String module(Run run) {
        String expression = run.implementation().id().replaceFirst("^call:", "");
        int end = expression.indexOf('(');
        String name = end < 0 ? expression : expression.substring(0, end);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
