package io.github.oldbuffer.spec.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Witness;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What shows a finding, so that a report made from results alone can tell it.
 *
 * @param scenario the witness, a document of the format {@code oldbuffer-scenario}
 * @param steps the witness in words, with what happened and what the document asks for
 * @param drawings the memory that the witness hands to the four functions
 * @param swept the smallest scenario of a sweep that showed the finding, before it was reduced: shards that are merged
 *     keep the witness that the whole sweep would have kept; {@code null} where no sweep found it
 * @param files texts that lie beside the witness, by the name of their file, such as {@code repro.c}
 */
public record Evidence(
        JsonNode scenario,
        List<Seen> steps,
        List<Drawing> drawings,
        @JsonInclude(JsonInclude.Include.NON_NULL) Swept swept,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> files) {

    public Evidence {
        steps = List.copyOf(steps);
        drawings = List.copyOf(drawings);
        files = files == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** With nothing beside the witness. */
    public Evidence(JsonNode scenario, List<Seen> steps, List<Drawing> drawings) {
        this(scenario, steps, drawings, null, Map.of());
    }

    public Evidence withSwept(Swept smallest) {
        return new Evidence(scenario, steps, drawings, smallest, files);
    }

    public Evidence withFiles(Map<String, String> texts) {
        return new Evidence(scenario, steps, drawings, swept, texts);
    }

    /** The witness, whatever it is of; empty where this kit cannot read it. */
    public Optional<Witness> shows() {
        try {
            return Optional.of(WitnessForm.fromTree(scenario));
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }

    /** The witness; empty where this kit cannot read it, and where it is of a consumer. */
    public Optional<Scenario> witness() {
        try {
            return Optional.of(ScenarioJson.fromTree(scenario));
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * A scenario of a sweep.
     *
     * @param size a measure that orders scenarios, greater than 0
     * @param scenario a document of the format {@code oldbuffer-scenario}
     */
    public record Swept(long size, JsonNode scenario) implements Comparable<Swept> {

        private static final Comparator<Swept> ORDER = Comparator.comparingLong(Swept::size)
                .thenComparing(swept -> swept.scenario().toString());

        @Override
        public int compareTo(Swept other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A step.
     *
     * @param step what was to be done
     * @param happened what the implementation did; empty where it did not come so far
     * @param model what the model, which does what the document says, did, or for a difference what the other
     *     implementation did; empty where neither was asked
     */
    public record Seen(String step, String happened, String model) {}

    /**
     * The memory of one object, and what one call said about it.
     *
     * @param step index of the call
     * @param call the call in words
     * @param memory bytes that the object stands on
     * @param start offset in bytes of the first item
     * @param itemsize in bytes
     * @param shape items along each dimension
     * @param strides bytes between items along each dimension
     * @param indirect whether items are reached through pointers
     * @param readonly whether the memory is offered for reading only
     * @param pointer UNTOUCHED, NULL, WITHIN or ELSEWHERE: what became of {@code *buffer}
     * @param offset of the pointer from the first item, in bytes, where it is WITHIN; otherwise 0
     * @param returned what became of {@code *buffer_len}; -1 where it was not touched
     */
    public record Drawing(
            int step,
            String call,
            long memory,
            long start,
            int itemsize,
            List<Long> shape,
            List<Long> strides,
            boolean indirect,
            boolean readonly,
            String pointer,
            long offset,
            long returned) {

        public Drawing {
            shape = List.copyOf(shape);
            strides = List.copyOf(strides);
        }
    }
}
