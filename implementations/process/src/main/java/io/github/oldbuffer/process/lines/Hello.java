package io.github.oldbuffer.process.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.StepKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a program says of itself first.
 *
 * @param name of the implementation, for people
 * @param version of the implementation
 * @param supports the exporters, steps and births that it has
 */
record Hello(String name, String version, Capabilities supports) {

    /** Version of the protocol. */
    static final int PROTOCOL = 1;

    private static final Map<String, ExporterKind> EXPORTERS = byWord(ExporterKind.values(), ExporterKind::word);

    private static final Map<String, StepKind> STEPS = byWord(StepKind.values(), StepKind::word);

    private static final Map<String, Born> BIRTHS =
            byWord(Born.values(), born -> born.name().toLowerCase(Locale.ROOT));

    /** Those that there were at first: a program that was written then can have no others. */
    private static final Set<ExporterKind> FIRST_EXPORTERS = EnumSet.range(ExporterKind.BYTES, ExporterKind.SCRIPTED);

    private static final Set<StepKind> FIRST_STEPS = EnumSet.range(StepKind.MAKE, StepKind.DROP);

    private static final int LONGEST_TEXT = 100;

    /** The line with which the kit begins. */
    static String line(String kit) {
        return LineJson.write(LineJson.object().put("hello", PROTOCOL).put("kit", kit));
    }

    /** @throws ProtocolException where the message is no hello of this version */
    static Hello read(ObjectNode message) throws ProtocolException {
        JsonNode protocol = message.get("hello");
        if (protocol == null
                || !protocol.isIntegralNumber()
                || !protocol.asText().equals("" + PROTOCOL)) {
            throw ProtocolException.field("hello", PROTOCOL + ", the version of the protocol", protocol);
        }
        LineJson.onlyFields(message, List.of("hello", "name", "version", "exporters", "steps", "born"));
        return new Hello(
                text(message, "name"),
                text(message, "version"),
                new Capabilities(
                        words(message, "exporters", EXPORTERS, FIRST_EXPORTERS),
                        words(message, "steps", STEPS, FIRST_STEPS),
                        words(message, "born", BIRTHS, Set.of(Born.C))));
    }

    private static String text(ObjectNode message, String field) throws ProtocolException {
        JsonNode value = message.get(field);
        if (value == null
                || !value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST_TEXT
                || value.textValue().chars().anyMatch(Character::isISOControl)) {
            throw ProtocolException.field(field, "1 to " + LONGEST_TEXT + " printable characters", value);
        }
        return value.textValue();
    }

    /** @param leftOut what a program has that leaves the field out */
    private static <T> Set<T> words(ObjectNode message, String field, Map<String, T> known, Set<T> leftOut)
            throws ProtocolException {
        JsonNode list = message.get(field);
        if (list == null) {
            return leftOut;
        }
        if (!list.isArray()) {
            throw ProtocolException.field(field, "a list of words", list);
        }
        Set<T> found = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            T value = list.get(i).isTextual() ? known.get(list.get(i).textValue()) : null;
            if (value == null) {
                throw ProtocolException.field(
                        field + "[" + i + "]", "one of " + String.join(", ", known.keySet()), list.get(i));
            }
            found.add(value);
        }
        return found;
    }

    private static <T> Map<String, T> byWord(T[] values, Function<T, String> word) {
        return Arrays.stream(values).collect(Collectors.toMap(word, value -> value, (a, b) -> a, LinkedHashMap::new));
    }
}
