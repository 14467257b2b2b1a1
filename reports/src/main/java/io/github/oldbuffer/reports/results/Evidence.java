package io.github.oldbuffer.reports.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What shows a deviation, so that a report made from results alone can tell it.
 *
 * @param scenario the witness, a document of the format {@code oldbuffer-scenario}
 * @param steps the witness in words, with what happened and what the document asks for
 * @param drawings the memory that the witness hands to the four functions
 * @param met what a sweep met, or {@code null} where none did
 * @param attached what lies beside the witness, or {@code null} where nothing does or nobody recorded it
 */
public record Evidence(JsonNode scenario, List<Seen> steps, List<Drawing> drawings, Met met, Attached attached) {
    public Evidence {
        steps = List.copyOf(steps);
        drawings = List.copyOf(drawings);
    }

    /** Of a deviation that no sweep met, with nothing beside the witness. */
    public Evidence(JsonNode scenario, List<Seen> steps, List<Drawing> drawings) {
        this(scenario, steps, drawings, null, null);
    }

    /** The same of a deviation that a sweep met. */
    public Evidence with(Met swept) {
        return new Evidence(scenario, steps, drawings, swept, attached);
    }

    /** The same with texts beside the witness; without them where there are none. */
    public Evidence with(Map<String, String> texts) {
        return new Evidence(scenario, steps, drawings, met, texts.isEmpty() ? null : new Attached(texts));
    }

    /**
     * A step.
     *
     * @param step what was to be done
     * @param happened what the implementation did; empty where it did not come so far
     * @param model what the model, which does what the document says, did; empty where it was not asked
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
