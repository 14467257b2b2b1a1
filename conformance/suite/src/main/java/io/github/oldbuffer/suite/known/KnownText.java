package io.github.oldbuffer.suite.known;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The text of a file of known deviations, edited where its entries change: every other byte stays.
 *
 * @param text a document that {@link KnownDeviationsJson} reads
 */
public record KnownText(String text) {

    /** From the first character of a value to behind its last one. */
    private record Span(int from, int to) {}

    /**
     * The text without some entries, and with others behind those that stay, written in the manner of the file.
     *
     * @param removed places in the list of entries, from 0
     */
    public String edited(Set<Integer> removed, List<KnownDeviation> added) {
        if (removed.isEmpty() && added.isEmpty()) {
            return text;
        }
        if (!says(added)) {
            return new KnownText(upgraded()).edited(removed, added);
        }
        List<Span> entries = new ArrayList<>();
        Span list = find(entries);
        StringBuilder edited = new StringBuilder(text.substring(0, list.from() + 1));
        Manner manner = entries.isEmpty() ? Manner.usual(spaced()) : Manner.of(cut(entries.get(0)));
        String gap = entries.isEmpty()
                ? manner.lists() ? newline() + manner.outer() : " "
                : text.substring(list.from() + 1, entries.get(0).from());
        boolean any = false;
        for (int i = 0; i < entries.size(); i++) {
            if (!removed.contains(i)) {
                edited.append(any ? before(entries, i) : gap).append(cut(entries.get(i)));
                any = true;
            }
        }
        String between = entries.size() > 1 ? before(entries, 1) : "," + gap;
        for (KnownDeviation entry : added) {
            edited.append(any ? between : gap).append(written(entry, manner));
            any = true;
        }
        String end = entries.isEmpty()
                ? manner.lists() ? newline() + "  " : " "
                : text.substring(entries.get(entries.size() - 1).to(), list.to() - 1);
        return edited.append(any ? end : "")
                .append(text.substring(list.to() - 1))
                .toString();
    }

    /** Whether the version of the file has words for these entries; an edit makes it version 2 where it has none. */
    public boolean says(List<KnownDeviation> added) {
        return !firstVersion()
                || added.stream().allMatch(entry -> FirstVersion.tree(entry).isPresent());
    }

    private boolean firstVersion() {
        return KnownDeviationsJson.version(text) < KnownDeviationsJson.VERSION;
    }

    private String upgraded() {
        try {
            return FirstVersion.upgraded(text, KnownDeviationsJson.read(text).entries());
        } catch (KnownDeviationsException unread) {
            throw new IllegalStateException("the text was read before", unread);
        }
    }

    private String before(List<Span> entries, int i) {
        return text.substring(entries.get(i - 1).to(), entries.get(i).from());
    }

    private String cut(Span span) {
        return text.substring(span.from(), span.to());
    }

    /** The list of entries, brackets included. */
    private Span find(List<Span> entries) {
        try (JsonParser parser = RecordJson.MAPPER.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean list = parser.currentName().equals("deviations");
                parser.nextToken();
                int from = start(parser);
                if (!list) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    int first = start(parser);
                    parser.skipChildren();
                    entries.add(new Span(first, end(parser)));
                }
                return new Span(from, end(parser));
            }
        } catch (IOException unread) {
            throw new UncheckedIOException("the text was read before", unread);
        }
        throw new IllegalArgumentException("a file of known deviations has a list of them");
    }

    private static int start(JsonParser parser) {
        return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
    }

    private static int end(JsonParser parser) {
        return Math.toIntExact(parser.currentLocation().getCharOffset());
    }

    private String written(KnownDeviation entry, Manner manner) {
        ObjectNode tree = firstVersion() ? FirstVersion.tree(entry).orElseThrow() : KnownDeviationsJson.tree(entry);
        return manner.written(tree, spaced(), newline());
    }

    /** As the kit writes files, and unlike most other programs. */
    private boolean spaced() {
        return text.contains("\" :");
    }

    private String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
