package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.commandline.report.IssueWriter.Issue;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.suite.known.UpstreamNote;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code issues.tsv}: the causes of a run for programs, a line for each. */
public final class IssueTable {

    public static final String FILE = "issues.tsv";

    private static final List<String> COLUMNS =
            List.of("folder", "runtime", "version", "cause", "clauses", "on file", "program", "upstream", "address");

    private IssueTable() {}

    /** The table, with the names of its columns. */
    public static String of(List<Issue> issues) {
        return Stream.concat(Stream.of(COLUMNS), issues.stream().map(IssueTable::row))
                .map(row -> row.stream()
                        .map(field -> Printable.of(field).replaceAll("\\s+", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> row(Issue issue) {
        Finding finding = issue.about().finding();
        Identity runtime = issue.about().implementation();
        String title =
                finding.cause() == null ? finding.symptom() : finding.cause().title();
        String address = issue.note().map(UpstreamNote::address).orElse(null);
        return List.of(
                issue.text().getParent().getFileName().toString(),
                runtime.name(),
                runtime.version(),
                title,
                String.join(" ", issue.headings()),
                finding.known() ? "yes" : "no",
                issue.program() ? "yes" : "no",
                state(issue),
                address == null ? "" : address);
    }

    /** What is known of it upstream, in a word or two. */
    public static String state(Issue issue) {
        return issue.note()
                .map(note -> note.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("nobody looked");
    }
}
