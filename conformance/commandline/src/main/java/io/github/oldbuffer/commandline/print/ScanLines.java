package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            int[] counts = modules.computeIfAbsent(module(run), none -> new int[3]);
            counts[0]++;
            counts[1] += run.deviates() ? 1 : 0;
            counts[2] += isOpen(run) ? 1 : 0;
        }
        lines.add("");
        modules.forEach((module, counts) -> lines.add(String.format(
                "%-24s  %s",
                module,
                joined(
                        Words.count(counts[0], "call takes memory", "calls take memory"),
                        deviating(counts[1]),
                        open(counts[2])))));
        long scenarios = results.runs().stream().mapToLong(Run::scenarios).sum();
        String trouble = joined(
                deviating(results.runs().stream().filter(Run::deviates).count()),
                open(results.runs().stream().filter(ScanLines::isOpen).count()));
        lines.add("");
        lines.add(Words.count(results.runs().size(), "call", "calls") + " judged with "
                + Words.count(scenarios, "scenario", "scenarios") + ": "
                + (trouble.isEmpty() ? "all conform" : trouble));
        return lines;
    }

    /** Whether nothing was found that is not on file, and yet some clause was not exercised. */
    private static boolean isOpen(Run run) {
        return !run.deviates() && !run.complete();
    }

    private static String deviating(long number) {
        return number == 0 ? "" : Words.count(number, "does not conform", "do not conform");
    }

    private static String open(long number) {
        return number == 0 ? "" : String.format(Locale.ROOT, "%,d could not be judged in full", number);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String module(Run run) {
        String expression = run.implementation().id().replaceFirst("^call:", "");
        int end = expression.indexOf('(');
        String name = end < 0 ? expression : expression.substring(0, end);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
