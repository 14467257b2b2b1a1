package io.github.oldbuffer.commandline.print;

import io.github.oldbuffer.reports.compare.CauseChange;
import io.github.oldbuffer.reports.compare.CauseChange.State;
import io.github.oldbuffer.reports.compare.Changes;
import io.github.oldbuffer.reports.compare.RunChange;
import io.github.oldbuffer.reports.words.ChangeWords;
import io.github.oldbuffer.spec.text.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became different from one run to another for people: a paragraph for each cause. */
public final class ChangeLines {

    private static final String INDENT = "             ";

    private ChangeLines() {}

    /** The causes of two runs, each with what either has of it, its witness and what is on file. */
    public static List<String> of(RunChange change, Path folder, Paint paint) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.heading("causes") + "  " + Printable.of(ChangeWords.counts(change)));
        change.causes().forEach(cause -> cause(change, cause, folder, lines));
        return lines;
    }

    private static void cause(RunChange change, CauseChange cause, Path folder, List<String> lines) {
        String word = "  " + change.word(cause.state());
        List<String> title = Wrapped.lines(Printable.of(cause.title()), INDENT);
        if (word.length() < INDENT.length() - 1) {
            lines.add(word + INDENT.substring(word.length()) + title.get(0).substring(INDENT.length()));
            lines.addAll(title.subList(1, title.size()));
        } else {
            lines.add(word);
            lines.addAll(title);
        }
        lines.addAll(Wrapped.lines(
                String.join(" ", cause.headings()) + "; " + change.first() + ": " + ChangeWords.before(cause) + ", "
                        + change.second() + ": " + ChangeWords.after(cause),
                INDENT));
        for (String more : List.of(ChangeWords.why(change, cause), ChangeWords.filed(cause))) {
            if (!more.isEmpty()) {
                lines.addAll(Wrapped.lines(Printable.of(more), INDENT));
            }
        }
        Optional.ofNullable(cause.told().witness())
                .filter(witness -> !witness.isEmpty())
                .ifPresent(witness ->
                        lines.add(INDENT + Printable.of(folder.resolve(witness).toString())));
    }

    /** Changes from one report to the next, a line for each; what both have is not told. */
    public static List<String> of(Changes changes) {
        List<String> lines = new ArrayList<>();
        for (RunChange change : changes.runs()) {
            String id = change.after().id() + ": ";
            change.verdicts()
                    .forEach(verdict ->
                            lines.add(id + verdict.clause() + " was " + verdict.was() + ", is " + verdict.is()));
            change.causes().stream()
                    .filter(cause -> cause.state() != State.SAME)
                    .forEach(cause -> lines.add(id + line(change, cause)));
        }
        if (!changes.fresh().isEmpty()) {
            lines.add("not in the report before: " + String.join(", ", changes.fresh()));
        }
        if (!changes.gone().isEmpty()) {
            lines.add("in the report before alone: " + String.join(", ", changes.gone()));
        }
        return lines.stream().map(Printable::of).toList();
    }

    private static String line(RunChange change, CauseChange cause) {
        String told = change.word(cause.state()) + ": " + String.join(" ", cause.headings()) + ", " + cause.title();
        if (cause.state() != State.UNASKED) {
            return told;
        }
        String has = cause.before() == null ? change.second() : change.first();
        return told + " (" + has + " has it; " + ChangeWords.why(change, cause) + ")";
    }
}
