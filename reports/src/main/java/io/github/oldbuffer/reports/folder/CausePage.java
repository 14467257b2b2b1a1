package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.results.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The {@code README.md} of a cause: its findings, and what to look at. */
final class CausePage {

    private CausePage() {}

    /** @param findings that have the cause, at least one, the one that matters most first */
    static String text(List<Finding> findings) {
        StringBuilder page = new StringBuilder("# ");
        page.append(FindingPage.readable(findings.get(0).cause().title())).append("\n\n");
        for (Finding finding : findings) {
            String folder = Path.of(finding.witness()).getParent().getFileName().toString();
            page.append("- [")
                    .append(FindingPage.title(finding).replace("]", "\\]"))
                    .append("](")
                    .append(folder)
                    .append("/README.md), ")
                    .append(finding.known() ? "known" : "new")
                    .append("  \n  ")
                    .append(FindingPage.readable(finding.reason()))
                    .append('\n');
        }
        List<String> advice = findings.stream()
                .map(Finding::clause)
                .filter(Objects::nonNull)
                .map(Clauses::find)
                .flatMap(Optional::stream)
                .map(Clause::lookAt)
                .distinct()
                .toList();
        if (!advice.isEmpty()) {
            page.append("\nLook at:\n\n");
            advice.forEach(line -> page.append("- ").append(line).append('\n'));
        }
        return page.toString();
    }
}
