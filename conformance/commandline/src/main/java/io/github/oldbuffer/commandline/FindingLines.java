package io.github.oldbuffer.commandline;

import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.spec.text.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands below the table: for each implementation what deviates, with its witness, and what was not judged. */
final class FindingLines {

    private static final String INDENT = " ".repeat(19);

    private final Path folder;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private FindingLines(Path folder, Paint paint) {
        this.folder = folder;
        this.paint = paint;
    }

    /** @param folder of the report, as the user named it */
    static List<String> of(Results results, Path folder, Paint paint) {
        FindingLines findings = new FindingLines(folder, paint);
        results.runs().forEach(findings::run);
        return List.copyOf(findings.lines);
    }

    private void run(Run run) {
        lines.add("");
        lines.add(paint.heading(Words.of(run.implementation())));
        lines.add("  " + Words.count(run.clauses().size(), "clause", "clauses") + ", "
                + Words.count(run.scenarios(), "scenario", "scenarios")
                + (run.unsupported() == 0 ? "" : ", " + Words.count(run.unsupported(), "unsupported", "unsupported")));
        List<Finding> findings = Finding.in(run);
        findings.stream().filter(finding -> !finding.known()).forEach(this::fresh);
        for (Run.ClauseResult clause : run.clauses()) {
            if (clause.verdict() == Run.Overall.NOT_EXERCISED) {
                notExercised(clause);
            }
        }
        onFile(findings);
        for (Run.Stale stale : run.stale()) {
            entry("stale", stale.clause(), stale.symptom());
            explain("It is on file, and its witness deviates no more: take it off.");
        }
    }

    private void fresh(Finding finding) {
        entry("NEW", finding.clause(), finding.symptom());
        explain(finding.reason());
        witness(finding);
    }

    private void notExercised(Run.ClauseResult clause) {
        entry("-", clause.id(), "not exercised");
        explain(
                clause.missing().isEmpty()
                        ? "No scenario exercised it."
                        : "Never seen: " + String.join(", ", clause.missing()));
    }

    /** Many deviations have one reason, which is told once. */
    private void onFile(List<Finding> findings) {
        Map<String, List<Finding>> byReason = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.known()) {
                byReason.computeIfAbsent(finding.why(), why -> new ArrayList<>())
                        .add(finding);
            }
        }
        byReason.forEach((why, known) -> {
            for (Finding finding : known) {
                entry("known", finding.clause(), finding.symptom());
                witness(finding);
            }
            explain("Why: " + why);
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

    /**
     * A deviation or a death.
     *
     * @param why the reason on file; {@code null} where it is not known
     */
    private record Finding(String clause, String symptom, String reason, String why, String witness) {

        boolean known() {
            return why != null;
        }

        static List<Finding> in(Run run) {
            List<Finding> findings = new ArrayList<>();
            run.clauses()
                    .forEach(clause -> clause.violations()
                            .forEach(violation -> findings.add(new Finding(
                                    clause.id(),
                                    violation.symptom(),
                                    violation.reason(),
                                    violation.known() ? String.valueOf(violation.why()) : null,
                                    violation.witness()))));
            run.crashes()
                    .forEach(crash -> findings.add(new Finding(
                            crash.clause(),
                            crash.symptom(),
                            "The implementation died here; no implementation may.",
                            crash.known() ? String.valueOf(crash.why()) : null,
                            crash.witness())));
            return findings;
        }
    }
}
