package io.github.oldbuffer.fuzzing.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Something that a fuzzing process met and nobody has looked at again yet.
 *
 * @param clause the clause violated; empty for a death, a difference, or a fault of the kit
 * @param symptom empty for a death of the fuzzing process itself: whoever replays it finds out what it is
 * @param input what showed it
 */
public record Lead(String clause, String symptom, byte[] input) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A death of the process that ran the input. */
    public static Lead death(byte[] input) {
        return new Lead("", "", input);
    }

    /** Leads of one key are about the same thing, as far as the process that met them can tell. */
    public String key() {
        return symptom.isEmpty() ? "death " + HexFormat.of().formatHex(input) : clause + " " + symptom;
    }

    /** One line of JSON, without its end. */
    public String line() {
        return MAPPER.createObjectNode()
                .put("clause", clause)
                .put("symptom", symptom)
                .put("input", HexFormat.of().formatHex(input))
                .toString();
    }

    /** Reads a line; empty where it is none, such as one that was cut off by a death. */
    public static Optional<Lead> read(String line) {
        try {
            var tree = MAPPER.readTree(line);
            if (tree == null || !tree.isObject()) {
                return Optional.empty();
            }
            return Optional.of(new Lead(
                    tree.path("clause").asText(),
                    tree.path("symptom").asText(),
                    HexFormat.of().parseHex(tree.path("input").asText())));
        } catch (JsonProcessingException | IllegalArgumentException cut) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lead that
                && clause.equals(that.clause)
                && symptom.equals(that.symptom)
                && Arrays.equals(input, that.input);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * clause.hashCode() + symptom.hashCode()) + Arrays.hashCode(input);
    }
}
