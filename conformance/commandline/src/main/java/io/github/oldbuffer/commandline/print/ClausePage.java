package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.text.KitCommand;
import java.util.ArrayList;
import java.util.List;

/** Everything about one clause, as {@code ./conform explain} prints it. */
public final class ClausePage {

    private static final String INDENT = "    ";

    private ClausePage() {}

    public static List<String> lines(Clause clause, Paint paint) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.heading(clause.id()) + "  (" + clause.level().word() + ": " + because(clause) + ")");
        lines.add("");
        lines.addAll(Wrapped.lines(clause.statement(), "  "));
        section(lines, "Where the document says it", List.of(clause.source()), paint);
        clause.passage()
                .ifPresent(passage -> section(
                        lines,
                        "Where Python's documentation says the same",
                        List.of("\"" + passage.words() + "\"", passage.address()),
                        paint));
        section(lines, "Notes", clause.notes(), paint);
        section(lines, "Not judged", List.of(clause.notJudged()), paint);
        section(lines, "If it fails, look at", List.of(clause.lookAt()), paint);
        lines.add("");
        if (Clauses.ofConsumers().contains(clause)) {
            lines.add(paint.heading("  Judge a function by it"));
            lines.add(INDENT + KitCommand.NAME + " call 'module.function(_)'");
        } else if (Clauses.ofExporters().contains(clause)) {
            lines.add(paint.heading("  Judge an object by it"));
            lines.add(INDENT + KitCommand.NAME + " object --exporter 'bytearray(8)'");
        } else if (Clauses.ofStress().contains(clause)) {
            lines.add(paint.heading("  Judge an implementation by it"));
            lines.add(INDENT + KitCommand.NAME + " stress -i cpython");
        } else {
            lines.add(paint.heading("  Run just this one"));
            lines.add(INDENT + KitCommand.NAME + " run --clauses " + clause.id());
        }
        return lines;
    }

    private static String because(Clause clause) {
        return switch (clause.level()) {
            case CONTRACT -> "the document says it";
            case HEADER -> "CPython's own header comment says it";
            case PROTOCOL -> "the documentation of the new protocol says it";
            case IMPLIED -> "without it the document's words would be empty";
            case REFERENCE -> "CPython does so, nobody promises it";
        };
    }

    private static void section(List<String> lines, String title, List<String> paragraphs, Paint paint) {
        if (paragraphs.stream().allMatch(String::isBlank)) {
            return;
        }
        lines.add("");
        lines.add(paint.heading("  " + title));
        paragraphs.forEach(paragraph -> lines.addAll(Wrapped.lines(paragraph, INDENT)));
    }
}
