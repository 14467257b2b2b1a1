package io.github.oldbuffer.process.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a program says of itself first.
 *
 * @param name of the implementation, for people
 * @param version of the implementation
 * @param exporters the words of the exporters that it has
 * @param steps the words of the steps that it has
 */
record Hello(String name, String version, Set<String> exporters, Set<String> steps) {

    /** Version of the protocol. */
    static final int PROTOCOL = 1;

    /** Every exporter there is. */
    static final Set<String> EXPORTERS =
            Arrays.stream(ExporterKind.values()).map(ExporterKind::word).collect(Collectors.toUnmodifiableSet());

    /** Every step there is. */
    static final Set<String> STEPS = Set.of(
            "make", "call", "peek", "poke", "change", "resize", "release", "acquire", "release-view", "parse", "drop");

    private static final String FAULT = "no hello";
    private static final int LONGEST_TEXT = 100;

    Hello {
        exporters = Set.copyOf(exporters);
        steps = Set.copyOf(steps);
    }

    /** The line with which the kit begins. */
    static String line(String kit) {
        return LineJson.write(LineJson.object().put("hello", PROTOCOL).put("kit", kit));
    }

    /** @throws ProtocolException where the message is no hello of this version */
    static Hello read(ObjectNode message) throws ProtocolException {
        JsonNode protocol = message.path("hello");
        if (!protocol.isIntegralNumber() || !protocol.canConvertToInt() || protocol.intValue() != PROTOCOL) {
            throw new ProtocolException(FAULT, "its first message does not say \"hello\": " + PROTOCOL);
        }
        LineJson.onlyFields(message, Set.of("hello", "name", "version", "exporters", "steps"));
        return new Hello(
                text(message, "name"),
                text(message, "version"),
                words(message, "exporters", EXPORTERS),
                words(message, "steps", STEPS));
    }

    private static String text(ObjectNode message, String field) throws ProtocolException {
        JsonNode value = message.path(field);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST_TEXT
                || value.textValue().chars().anyMatch(Character::isISOControl)) {
            throw new ProtocolException(
                    FAULT, "its hello has no \"" + field + "\" of 1 to " + LONGEST_TEXT + " printable characters");
        }
        return value.textValue();
    }

    /** All of them where the field is left out. */
    private static Set<String> words(ObjectNode message, String field, Set<String> known) throws ProtocolException {
        JsonNode value = message.get(field);
        if (value == null) {
            return known;
        }
        if (!value.isArray()) {
            throw new ProtocolException(FAULT, "\"" + field + "\" in its hello is not a list of words");
        }
        Set<String> words = new LinkedHashSet<>();
        for (JsonNode item : value) {
            if (!known.contains(item.asText())) {
                List<String> sorted = known.stream().sorted().toList();
                throw new ProtocolException(
                        FAULT,
                        "\"" + field + "\" in its hello has " + LineJson.quote(item.asText()) + ", which is none of "
                                + String.join(", ", sorted));
            }
            words.add(item.asText());
        }
        return words;
    }
}
