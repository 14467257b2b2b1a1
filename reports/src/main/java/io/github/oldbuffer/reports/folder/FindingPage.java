package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.reports.words.ShellWord;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Evidence.Seen;
import io.github.oldbuffer.spec.results.Filed;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.text.KitCommand;
import io.github.oldbuffer.spec.text.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code README.md} beside a witness: what was found, and how to see it again. */
final class FindingPage {

    /** The first line of a program is a comment with the command that builds and runs it. */
    private static final Pattern COMMAND = Pattern.compile("^(?:/\\*|//|#)\\s*(\\S.*?)\\s*(?:\\*/)?\\s*(?:\\R|$)");

    private final StringBuilder page = new StringBuilder();
    private final Finding finding;
    private final String folder;

    private FindingPage(Finding finding, String folder) {
        this.finding = finding;
        this.folder = ShellWord.of(folder);
    }

    /**
     * The page.
     *
     * @param implementation that showed the finding
     * @param folder of the finding as the reader would type it
     */
    static String text(Finding finding, Identity implementation, String folder) {
        FindingPage page = new FindingPage(finding, folder);
        page.told(implementation);
        page.place();
        page.steps();
        page.commands();
        return page.page.toString();
    }

    private void told(Identity implementation) {
        page.append("# ").append(title(finding)).append("\n\n");
        paragraph("What happened", finding.reason());
        Clauses.find(String.valueOf(finding.clause())).ifPresent(clause -> {
            paragraph("Clause " + clause.id() + " (" + clause.level().word() + ")", clause.statement());
            paragraph("Look at", clause.lookAt());
        });
        paragraph("Cause", finding.cause().title());
        paragraph("Object", finding.object());
        paragraph("Seen with", name(implementation));
        if (finding.other() != null) {
            paragraph("Compared with", name(finding.other()));
        }
        if (finding.known()) {
            paragraph("Known", onFile(finding.filed()));
        } else {
            paragraph("New", "No entry on file covers it.");
        }
    }

    private void place() {
        if (finding.place() == null) {
            return;
        }
        page.append("## Where to look\n\n");
        page.append("In `")
                .append(Printable.of(finding.place().function()).replace("`", "'"))
                .append("`, ")
                .append(readable(finding.place().file() + ":" + finding.place().line()))
                .append(":\n\n");
        finding.place().numbered().forEach(this::code);
        page.append('\n');
    }

    private void steps() {
        page.append("## The witness\n\n");
        String beside = finding.other() == null ? "the model" : finding.other().id();
        for (Seen seen : finding.evidence().steps()) {
            code(seen.step());
            String happened = seen.happened().isEmpty() ? "did not come so far" : seen.happened();
            boolean differs = !seen.model().isEmpty() && !seen.model().equals(seen.happened());
            code("    " + happened + (differs ? "; " + beside + ": " + seen.model() : ""));
        }
    }

    private void commands() {
        page.append("\n## See it again\n\n");
        Map<String, String> files = finding.evidence().files();
        files.forEach((name, text) -> command(text).ifPresent(command -> {
            page.append("Without the kit, with `").append(name).append("`:\n\n");
            code("cd " + folder);
            code(command);
            page.append("\nIt ends with 1 while the fault is there, with 0 once it is gone, and with 2 where it could"
                    + " not be built or run.\n\n");
        }));
        page.append("With the kit, implementation and options as they were:\n\n");
        code(KitCommand.NAME + " replay " + folder);
        if (finding.clause() != null) {
            page.append("\nWhat the clause asks, and where the document says it:\n\n");
            code(KitCommand.NAME + " explain " + finding.clause());
        }
    }

    /** A heading's words. */
    static String title(Finding finding) {
        return finding.heading() + ": " + readable(finding.symptom());
    }

    /** Text from results as a line of Markdown that is no markup of its own. */
    static String readable(String text) {
        return Printable.of(text).replace("<", "&lt;").replace("[", "\\[").replace("`", "\\`");
    }

    static String name(Identity implementation) {
        return implementation.id() + " (" + implementation.name() + " " + implementation.version() + ")";
    }

    private static String onFile(Filed filed) {
        return (filed.reason().isBlank() ? "without a reason" : filed.reason())
                + (filed.since() == null ? "" : " (since " + filed.since() + ")")
                + (filed.upstream() == null ? "" : " Reported: " + filed.upstream());
    }

    /** The command that builds and runs a program, which its first line holds. */
    static Optional<String> command(String program) {
        Matcher command = COMMAND.matcher(program);
        return command.find() ? Optional.of(command.group(1)) : Optional.empty();
    }

    private void paragraph(String name, String text) {
        page.append("**").append(name).append(":** ").append(readable(text)).append("\n\n");
    }

    private void code(String line) {
        page.append("    ").append(Printable.of(line)).append('\n');
    }
}
