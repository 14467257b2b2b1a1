package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.spec.results.Cause;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Replayed;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.spec.text.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands below the table: for each implementation what deviates, with its witness, and what was not judged. */
public final class FindingLines {

    private static final String INDENT = " ".repeat(19);

    private final Path folder;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private FindingLines(Path folder, Paint paint) {
        this.folder = folder;
        this.paint = paint;
    }

    /** @param folder of the report, as the user named it */
    public static List<String> of(Results results, Path folder, Paint paint) {
        FindingLines findings = new FindingLines(folder, paint);
        results.runs().forEach(findings::run);
        return List.copyOf(findings.lines);
    }

    private void run(Run run) {
        lines.add("");
        lines.add(paint.heading(Words.of(run.implementation())));
        lines.add("  " + Words.count(run.clauses().size(), "clause", "clauses") + ", "
                + Words.count(run.scenarios(), "scenario", "scenarios")
                + (run.unsupported() == 0 ? "" : ", " + Words.count(run.unsupported(), "unsupported", "unsupported"))
                + (run.leftOut() == null
                        ? ""
                        : ", " + Words.count(run.leftOut(), "left out", "left out")
                                + " with calls that had killed the process several times"));
        causes(run, false).forEach((cause, findings) -> fresh(cause, findings));
        for (ClauseResult clause : run.clauses()) {
            if (clause.verdict() == Verdict.NOT_EXERCISED) {
                entry("-", clause.id(), "not exercised");
                explain(clause.why() == null ? "No scenario exercised it." : clause.why());
            } else if (clause.verdict() == Verdict.DIED) {
                entry("DIED", clause.id(), clause.why());
            }
        }
        causes(run, true).forEach((cause, findings) -> known(findings));
        run.replayed().stream().filter(Replayed::stale).forEach(replayed -> {
            entry("stale", replayed.clause() == null ? "" : replayed.clause(), String.join("; ", replayed.symptoms()));
            explain("It is on file, and its witness deviates no more: take it off.");
        });
    }

    /** Findings that are on file or not, by cause. */
    private static Map<Cause, List<Finding>> causes(Run run, boolean known) {
        Map<Cause, List<Finding>> causes = new LinkedHashMap<>();
        run.findings().stream()
                .filter(finding -> finding.known() == known)
                .forEach(finding -> causes.computeIfAbsent(finding.cause(), cause -> new ArrayList<>())
                        .add(finding));
        return causes;
    }

    private void fresh(Cause cause, List<Finding> findings) {
        Wrapped.lines(Printable.of(cause.title()), "  ").forEach(line -> lines.add(paint.heading(line)));
        WitnessLines.of(findings.get(0)).forEach(lines::add);
        for (Finding finding : findings) {
            entry("NEW", finding.heading(), finding.symptom());
            if (finding == findings.get(0) || finding.kind() == Finding.Kind.DEATH) {
                explain(finding.reason());
            }
            witness(finding);
        }
    }

    /** Many deviations have one reason, which is told once. */
    private void known(List<Finding> findings) {
        Map<String, List<Finding>> byReason = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.filed().reason(), LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((reason, explained) -> {
            for (Finding finding : explained) {
                entry("known", finding.heading(), finding.symptom());
                witness(finding);
            }
            explain("Why: " + reason);
        });
    }

    private void entry(String word, String clause, String symptom) {
        List<String> symptomLines = Wrapped.lines(Printable.of(symptom), INDENT);
        lines.add("  " + paint.word(word, 5) + "  " + String.format("%-8s  ", clause)
                + symptomLines.get(0).substring(INDENT.length()));
        lines.addAll(symptomLines.subList(1, symptomLines.size()));
    }

    private void explain(String sentence) {
        lines.addAll(Wrapped.lines(Printable.of(sentence), INDENT));
    }

    private void witness(Finding finding) {
        lines.add(INDENT + folder.resolve(finding.witness()));
    }
}
