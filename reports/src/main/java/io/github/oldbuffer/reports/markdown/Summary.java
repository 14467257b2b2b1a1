package io.github.oldbuffer.reports.markdown;

import static io.github.oldbuffer.reports.markdown.Markdown.code;
import static io.github.oldbuffer.reports.markdown.Markdown.escaped;

import io.github.oldbuffer.reports.gate.Tally;
import io.github.oldbuffer.reports.words.Answer;
import io.github.oldbuffer.reports.words.CauseGroup;
import io.github.oldbuffer.reports.words.Count;
import io.github.oldbuffer.reports.words.Share;
import io.github.oldbuffer.reports.words.ShellWord;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Command;
import io.github.oldbuffer.spec.results.Coverage;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The answer, a line for each implementation, what is new by its cause, and what is known behind a fold. */
public final class Summary {

    /** Services cut summaries of more than a mebibyte; nobody reads that many. */
    private static final int MOST_FINDINGS = 50;

    private Summary() {}

    public static String write(Results results) {
        StringBuilder text = new StringBuilder("# Old Buffer conformance\n\n");
        table(results, text);
        results.runs().forEach(run -> stale(run, text));
        origin(results, text);
        results.runs().forEach(run -> covered(run, text));
        for (Run run : results.runs()) {
            fresh(run, text);
            clauses(run, Verdict.DIED, "Died", text);
            clauses(run, Verdict.NOT_EXERCISED, "Not exercised", text);
            clauses(run, Verdict.NOT_APPLICABLE, "Not applicable", text);
            known(run, text);
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
            text.append("\nTo repeat it: ")
                    .append(code(ShellWord.line(command)))
                    .append('\n');
        }
    }

    private static void table(Results results, StringBuilder text) {
        text.append("| implementation | answer | hold | deviate as known | deviate in a new way | died")
                .append(" | not exercised | calls that kill the process | new differences | scenarios |\n");
        text.append("| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |\n");
        for (Run run : results.runs()) {
            Tally tally = Tally.of(run);
            String strong = run.conforms() ? "" : "**";
            text.append("| ").append(name(run)).append(" | ");
            text.append(strong).append(Answer.predicate(run)).append(strong);
            LongStream.of(
                            tally.held(),
                            tally.known(),
                            tally.fresh(),
                            tally.died(),
                            tally.notExercised(),
                            tally.deaths(),
                            tally.fresh(Kind.DIFFERENCE),
                            run.scenarios())
                    .forEach(number -> text.append(" | ").append(number));
            text.append(" |\n");
        }
        results.runs().stream()
                .filter(run -> run.broken() != null)
                .forEach(run -> text.append("\n")
                        .append(name(run))
                        .append(" was not judged in full: ")
                        .append(escaped(run.broken()))
                        .append('\n'));
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
                    .append('.');
            if (!coverage.deaths().isEmpty()) {
                text.append(" Deaths outside any clause, which do not affect the verdict: ")
                        .append(listed(coverage.deaths(), death -> escaped(death.symptom())))
                        .append('.');
            }
            text.append('\n');
        }
    }

    private static void fresh(Run run, StringBuilder text) {
        List<CauseGroup> groups = CauseGroup.of(run, finding -> !finding.known());
        if (groups.isEmpty()) {
            return;
        }
        text.append("\n## New: ").append(name(run)).append('\n');
        int left = MOST_FINDINGS;
        for (CauseGroup group : groups) {
            List<Finding> shown =
                    group.findings().subList(0, Math.min(left, group.findings().size()));
            if (shown.isEmpty()) {
                break;
            }
            text.append("\n### ").append(escaped(group.cause().title())).append("\n\n");
            shown.forEach(finding -> text.append("- **")
                    .append(finding.heading())
                    .append("** ")
                    .append(escaped(finding.symptom()))
                    .append("  \n  ")
                    .append(escaped(finding.reason()))
                    .append("  \n  `")
                    .append(finding.witness())
                    .append("`\n"));
            left -= shown.size();
        }
        int all = groups.stream().mapToInt(group -> group.findings().size()).sum();
        if (all > MOST_FINDINGS) {
            text.append("\nand ").append(all - MOST_FINDINGS).append(" more, in `results.json`\n");
        }
    }

    private static void clauses(Run run, Verdict verdict, String heading, StringBuilder text) {
        List<ClauseResult> clauses = run.clauses().stream()
                .filter(clause -> clause.verdict() == verdict)
                .toList();
        if (!clauses.isEmpty()) {
            text.append("\n## ").append(heading).append(": ").append(name(run)).append("\n\n");
            clauses.forEach(clause -> text.append("- ")
                    .append(clause.id())
                    .append(clause.why() == null ? "" : ": " + escaped(clause.why()))
                    .append('\n'));
        }
    }

    private static void known(Run run, StringBuilder text) {
        List<CauseGroup> groups = CauseGroup.of(run, Finding::known);
        if (groups.isEmpty()) {
            return;
        }
        text.append("\n<details><summary>Known: ").append(name(run)).append("</summary>\n");
        for (CauseGroup group : groups) {
            text.append("\n### ").append(escaped(group.cause().title())).append("\n\n");
            group.findings().stream()
                    .limit(MOST_FINDINGS)
                    .forEach(finding -> text.append("- ")
                            .append(finding.heading())
                            .append(' ')
                            .append(escaped(finding.symptom()))
                            .append(since(finding))
                            .append('\n'));
            text.append('\n');
            group.findings().stream()
                    .map(finding -> finding.filed().reason())
                    .distinct()
                    .limit(MOST_FINDINGS)
                    .forEach(reason -> text.append("  ").append(escaped(reason)).append("\n\n"));
        }
        text.append("</details>\n");
    }

    private static String since(Finding finding) {
        return finding.filed().since() == null
                ? ""
                : ", since " + escaped(finding.filed().since());
    }

    private static void stale(Run run, StringBuilder text) {
        if (!run.stale().isEmpty()) {
            text.append("\n## On file, and deviates no more: ")
                    .append(name(run))
                    .append("\n\n");
            run.stale()
                    .forEach(stale ->
                            text.append("- ").append(escaped(stale.words())).append('\n'));
        }
    }

    private static <T> String listed(List<T> things, Function<T, String> words) {
        return things.stream().map(words).collect(Collectors.joining("; "));
    }

    private static String name(Run run) {
        return escaped(run.implementation().id() + " (" + run.implementation().name() + " "
                + run.implementation().version() + ")");
    }
}
