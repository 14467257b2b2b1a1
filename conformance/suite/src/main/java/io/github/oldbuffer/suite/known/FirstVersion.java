package io.github.oldbuffer.suite.known;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Files of version 1, which have one {@code symptom} and no {@code function}. */
final class FirstVersion {

    private static final int VERSION = 1;

    private FirstVersion() {}

    /** An entry as version 1 says it; empty where only a later version can, such as a difference. */
    static Optional<ObjectNode> tree(KnownDeviation entry) {
        ObjectNode tree = KnownDeviationsJson.tree(entry);
        int symptoms = tree.remove("symptoms").size();
        tree.remove("function");
        if (symptoms > 1) {
            return Optional.empty();
        }
        ObjectNode said = RecordJson.MAPPER.createObjectNode();
        tree.fields().forEachRemaining(field -> {
            if (field.getKey().equals("reason")) {
                said.put("symptom", entry.symptoms().get(0));
            }
            said.set(field.getKey(), field.getValue());
        });
        ObjectNode document = RecordJson.MAPPER
                .createObjectNode()
                .put("format", KnownDeviationsJson.FORMAT)
                .put("version", VERSION);
        document.putArray("deviations").add(said);
        try {
            KnownDeviations read = KnownDeviationsJson.read(document.toString());
            return read.entries().equals(List.of(entry)) ? Optional.of(said) : Optional.empty();
        } catch (KnownDeviationsException notSaid) {
            return Optional.empty();
        }
    }

    /**
     * The text of a file of version 1 as version 2 says it; what both say alike stays byte for byte.
     *
     * @param entries of the file
     */
    static String upgraded(String text, List<KnownDeviation> entries) {
        StringBuilder upgraded = new StringBuilder();
        Iterator<KnownDeviation> next = entries.iterator();
        KnownDeviation entry = null;
        int copied = 0;
        try (JsonParser parser = RecordJson.MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                JsonPointer place = parser.getParsingContext().pathAsPointer();
                String path = place.toString().replaceFirst("^/deviations/\\d{1,9}", "/deviations/N");
                if (token == JsonToken.START_OBJECT && path.equals("/deviations/N")) {
                    entry = next.next();
                }
                if (token != JsonToken.FIELD_NAME || !path.matches("/version|/deviations/N/(clause|symptom)")) {
                    continue;
                }
                boolean number = parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
                int value = start(parser);
                int valueEnd = number ? value + parser.getTextLength() : endOfString(text, value);
                int nameEnd = text.lastIndexOf('"', value - 1) + 1;
                int name = text.lastIndexOf('"', nameEnd - 2);
                String colon = text.substring(nameEnd, value);
                upgraded.append(text, copied, name);
                if (path.equals("/version")) {
                    upgraded.append(text, name, value).append(KnownDeviationsJson.VERSION);
                } else if (path.endsWith("symptom")) {
                    upgraded.append("\"symptoms\"").append(colon);
                    upgraded.append('[').append(text, value, valueEnd).append(']');
                } else {
                    upgraded.append("\"function\"").append(colon);
                    upgraded.append('"').append(entry.function()).append('"');
                    if (entry.clause().isPresent()) {
                        upgraded.append(',').append(space(text, name)).append(text, name, valueEnd);
                    }
                }
                copied = valueEnd;
            }
        } catch (IOException unread) {
            throw new UncheckedIOException("the text was read before", unread);
        }
        return upgraded.append(text.substring(copied)).toString();
    }

    /** The white space in front of a place. */
    private static String space(String text, int end) {
        int from = end;
        while (Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end);
    }

    private static int start(JsonParser parser) {
        return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
    }

    /** The parser does not tell, for it reads a text when somebody asks for it. */
    private static int endOfString(String text, int start) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
