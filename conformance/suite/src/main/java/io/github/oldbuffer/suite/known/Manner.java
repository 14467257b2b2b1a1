package io.github.oldbuffer.suite.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.spec.form.RecordJson;

/**
 * How the entries of a file are written.
 *
 * @param lines whether an entry takes several
 * @param outer white space in front of the line that closes an entry
 * @param level white space by which its fields stand deeper
 * @param lists whether each element of a list has a line of its own
 */
record Manner(boolean lines, String outer, String level, boolean lists) {

    private static final String LEVEL = "  ";

    /**
     * That of a file that has no entry yet.
     *
     * @param own whether the kit wrote it
     */
    static Manner usual(boolean own) {
        return new Manner(true, own ? LEVEL : LEVEL + LEVEL, LEVEL, !own);
    }

    static Manner of(String entry) {
        if (!entry.contains("\n")) {
            return new Manner(false, "", "", false);
        }
        String outer = entry.substring(entry.lastIndexOf('\n') + 1, entry.length() - 1);
        String fields = entry.substring(entry.indexOf('\n') + 1);
        String inner =
                fields.substring(0, fields.length() - fields.stripLeading().length());
        boolean usual = !outer.isBlank() || !inner.startsWith(outer) || inner.length() == outer.length();
        return new Manner(
                true,
                outer.isBlank() ? outer : LEVEL + LEVEL,
                usual ? LEVEL : inner.substring(outer.length()),
                entry.matches("(?s).*\\[\\s*\n.*"));
    }

    /** A value as text. */
    String written(JsonNode tree, boolean spaceBeforeColon, String newline) {
        try {
            return RecordJson.MAPPER
                    .writer(printer(spaceBeforeColon ? Spacing.BOTH : Spacing.AFTER))
                    .writeValueAsString(tree)
                    .replace("\n", newline + outer);
        } catch (JsonProcessingException unwritten) {
            throw new IllegalStateException("a tree can be written", unwritten);
        }
    }

    private PrettyPrinter printer(Spacing spacing) {
        if (!lines) {
            return new MinimalPrettyPrinter();
        }
        DefaultIndenter indenter = new DefaultIndenter(level, "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(spacing))
                .withObjectIndenter(indenter);
        return lists ? printer.withArrayIndenter(indenter) : printer;
    }
}
