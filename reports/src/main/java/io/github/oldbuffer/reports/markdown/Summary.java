package io.github.oldbuffer.reports.markdown;

import static io.github.oldbuffer.reports.markdown.Markdown.code;
import static io.github.oldbuffer.reports.markdown.Markdown.escaped;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.results.Command;
import io.github.oldbuffer.reports.results.Coverage;
import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.reports.words.Count;
import io.github.oldbuffer.reports.words.Finding;
import io.github.oldbuffer.reports.words.Share;
import io.github.oldbuffer.reports.words.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The answer, a line for each implementation, what is new, and what is known behind a fold. */
public final class Summary {

    /** Services cut summaries of more than a mebibyte; nobody reads that many. */
    private static final int MOST_FINDINGS = 50;

    private Summary() {}

    public static String write(Results results) {
        StringBuilder text = new StringBuilder("# Old Buffer conformance\n\n");
        table(results, text);
        origin(results, text);
        results.runs().forEach(run -> covered(run, text));
        for (Run run : results.runs()) {
            fresh(run, text);
            differences(run, text);
            notExercised(run, text);
            known(run, text);
            stale(run, text);
        }
        return text.toString();
    }

    private static void origin(Results results, StringBuilder text) {
        Command command = results.command();
        text.append("\nKit ").append(escaped(results.kit().version()));
        if (command == null || command.words().contains("--seed")) {
            text.append(", seed ")
                    .append(results.kit().seed())
                    .append(", ")
                    .append(Count.of(results.kit().tries(), "try", "tries"))
                    .append(" for each clause");
        }
        text.append(".\n");
        if (command != null) {
            text.append("\nThe same again: ")
                    .append(code(ShellWord.line(command)))
                    .append('\n');
        }
    }

    private static void table(Results results, StringBuilder text) {
        text.append("| implementation | answer | hold | known | new | crashes | not exercised | scenarios |\n");
        text.append("| --- | --- | --: | --: | --: | --: | --: | --: |\n");
        for (Run run : results.runs()) {
            Tally tally = Tally.of(run);
            text.append("| ").append(name(run));
            text.append(" | ").append(tally.conforms() ? "" : "**").append(Answer.predicate(run));
            text.append(tally.conforms() ? "" : "**");
            for (long number : new long[] {
                tally.held(), tally.known(), tally.fresh(), tally.crashes(), tally.notExercised(), run.scenarios()
            }) {
                text.append(" | ").append(number);
            }
            text.append(" |\n");
        }
    }

    private static void covered(Run run, StringBuilder text) {
        Coverage coverage = run.coverage();
        if (coverage != null) {
            text.append("\nCoverage of the space of scenarios, ")
                    .append(name(run))
                    .append(": ")
                    .append(Share.of(coverage.coveredValues(), coverage.values()))
                    .append(" of ")
                    .append(Count.of(coverage.values(), "value", "values"))
                    .append(", ")
                    .append(Share.of(coverage.coveredPairs(), coverage.possiblePairs()))
                    .append(" of ")
                    .append(Count.of(coverage.possiblePairs(), "pair", "pairs"))
                    .append('.')
                    .append(
                            coverage.deaths().isEmpty()
                                    ? ""
                                    : " It died where no clause binds: "
                                            + coverage.deaths().stream()
                                                    .map(death -> escaped(death.symptom()))
                                                    .collect(Collectors.joining("; "))
                                            + ".")
                    .append('\n');
        }
    }

    private static void fresh(Run run, StringBuilder text) {
        List<Finding> fresh =
                Finding.in(run).stream().filter(finding -> !finding.known()).toList();
        if (fresh.isEmpty()) {
            return;
        }
        text.append("\n## New: ").append(name(run)).append("\n\n");
        for (Finding finding : fresh.subList(0, Math.min(MOST_FINDINGS, fresh.size()))) {
            text.append("- **")
                    .append(finding.clause())
                    .append("** ")
                    .append(escaped(finding.symptom()))
                    .append("  \n  ")
                    .append(escaped(finding.reason()))
                    .append("  \n  `")
                    .append(finding.witness())
                    .append("`\n");
        }
        if (fresh.size() > MOST_FINDINGS) {
            text.append("- and ").append(fresh.size() - MOST_FINDINGS).append(" more, in `results.json`\n");
        }
    }

    private static void differences(Run run, StringBuilder text) {
        List<Run.Difference> differences = run.differences();
        if (differences.isEmpty()) {
            return;
        }
        text.append("\n## Differences: ")
                .append(name(run))
                .append("\n\nNo clause forbids them; callers may depend on each.\n\n");
        for (Run.Difference difference : differences.subList(0, Math.min(MOST_FINDINGS, differences.size()))) {
            text.append("- ")
                    .append(escaped(difference.symptom()))
                    .append("  \n  `")
                    .append(difference.witness())
                    .append("`\n");
        }
        if (differences.size() > MOST_FINDINGS) {
            text.append("- and ").append(differences.size() - MOST_FINDINGS).append(" more, in `results.json`\n");
        }
    }

    private static void notExercised(Run run, StringBuilder text) {
        List<Run.ClauseResult> clauses = run.clauses().stream()
                .filter(clause -> clause.verdict() == Run.Overall.NOT_EXERCISED)
                .toList();
        if (!clauses.isEmpty()) {
            text.append("\n## Not exercised: ").append(name(run)).append("\n\n");
            clauses.forEach(clause -> text.append("- ")
                    .append(clause.id())
                    .append(
                            clause.missing().isEmpty()
                                    ? ""
                                    : ": never seen " + escaped(String.join(", ", clause.missing())))
                    .append('\n'));
        }
    }

    private static void known(Run run, StringBuilder text) {
        Map<String, List<Finding>> byReason = new LinkedHashMap<>();
        Finding.in(run).stream()
                .filter(Finding::known)
                .forEach(finding -> byReason.computeIfAbsent(String.valueOf(finding.why()), why -> new ArrayList<>())
                        .add(finding));
        if (byReason.isEmpty()) {
            return;
        }
        text.append("\n<details><summary>Known: ").append(name(run)).append("</summary>\n\n");
        byReason.forEach((why, findings) -> {
            findings.stream()
                    .limit(MOST_FINDINGS)
                    .forEach(finding -> text.append("- ")
                            .append(finding.clause())
                            .append(' ')
                            .append(escaped(finding.symptom()))
                            .append(since(finding))
                            .append('\n'));
            text.append("\n  ").append(escaped(why)).append("\n\n");
        });
        text.append("</details>\n");
    }

    private static String since(Finding finding) {
        return finding.filed() == null || finding.filed().since() == null
                ? ""
                : ", since " + escaped(finding.filed().since());
    }

    private static void stale(Run run, StringBuilder text) {
        if (!run.stale().isEmpty()) {
            text.append("\n## On file, and deviates no more: ")
                    .append(name(run))
                    .append("\n\n");
            run.stale()
                    .forEach(stale -> text.append("- ")
                            .append(stale.clause())
                            .append(' ')
                            .append(escaped(stale.symptom()))
                            .append('\n'));
        }
    }

    private static String name(Run run) {
        return escaped(run.implementation().id() + " (" + run.implementation().name() + " "
                + run.implementation().version() + ")");
    }
}
