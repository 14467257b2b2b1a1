package io.github.oldbuffer.fuzzing.targets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.oldbuffer.spec.results.Finding;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An input that a fuzzing process came by and that the campaign has to look at.
 *
 * @param key what it showed, in words; empty for a death of the fuzzing process itself, and for a lead of an earlier
 *     version of the kit: whoever replays it finds out
 * @param input what stands for the scenario
 */
public record Lead(String key, byte[] input) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DEATH = "";

    /** An input that shows a finding. */
    static Lead of(Finding finding, byte[] input) {
        return new Lead(key(finding), input);
    }

    /** A death of the process that ran the input. */
    public static Lead death(byte[] input) {
        return new Lead(DEATH, input);
    }

    /** The key of leads to a finding. */
    public static String key(Finding finding) {
        return finding.heading() + " " + finding.function() + ": " + finding.symptom();
    }

    public boolean isDeath() {
        return key.equals(DEATH);
    }

    /** Leads of one name are about the same thing, as far as the process that came by them can tell. */
    public String name() {
        return isDeath() ? "death " + HexFormat.of().formatHex(input) : key;
    }

    /** One line of JSON, without its end. */
    public String line() {
        return MAPPER.createObjectNode()
                .put("key", key)
                .put("input", HexFormat.of().formatHex(input))
                .toString();
    }

    /** Reads a line; empty where it is none, such as one that was cut off by a death. */
    public static Optional<Lead> read(String line) {
        try {
            JsonNode tree = MAPPER.readTree(line);
            if (tree == null || !tree.isObject()) {
                return Optional.empty();
            }
            // sessions of earlier versions have clause and symptom, and what their replay shows has another key
            String key = tree.path("key").asText(DEATH);
            return Optional.of(
                    new Lead(key, HexFormat.of().parseHex(tree.path("input").asText())));
        } catch (JsonProcessingException | IllegalArgumentException cut) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lead that && key.equals(that.key) && Arrays.equals(input, that.input);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(input);
    }
}
