package io.github.oldbuffer.spec.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What became of a scenario; what an interpreter or an object cannot tell is {@code null}.
 *
 * @param references of the calls with bytes; the last one came after the call with the object
 * @param answer of the first call with the object
 * @param contiguous of the call with one segment of the same items, where they are not single bytes in one dimension
 * @param itemwise whether the function asks what the items are
 * @param failed whether the answer is a value by which the function says that it failed
 * @param listed whether a list of the object's items gives the answer, and bytes do not
 * @param requests what the scripted exporter was asked in that call
 * @param views what became of its views after all calls, when nothing of them was left
 * @param growth of the object's reference count over all calls
 * @param bounded whether views and references that are left grow no more with the number of calls: they are kept on purpose
 * @param times how many calls had the object
 * @param trampled whether bytes beside the memory were written
 * @param resize whether the object could be resized afterwards
 * @param fault where the process touched what it may not, before it died of it
 * @param death a signal, an exit status or a time limit that ended the call with the object
 * @param unsupported why the scenario could not be run
 */
public record ConsumerTranscript(
        List<Outcome> references,
        Outcome answer,
        Outcome contiguous,
        boolean itemwise,
        boolean failed,
        boolean listed,
        Requests requests,
        Views views,
        Long growth,
        boolean bounded,
        int times,
        boolean trampled,
        Resize resize,
        Fault fault,
        String death,
        String unsupported) {

    public ConsumerTranscript {
        references = references == null ? List.of() : List.copyOf(references);
    }

    /** Of a scenario that could not be run. */
    public static ConsumerTranscript unsupported(String why) {
        return new ConsumerTranscript(
                List.of(), null, null, false, false, false, null, null, null, false, 0, false, null, null, null, why);
    }

    /** Of a call that the process died in. */
    public static ConsumerTranscript died(String death, Fault fault) {
        return new ConsumerTranscript(
                List.of(), null, null, false, false, false, null, null, null, false, 0, false, null, fault, death,
                null);
    }

    /**
     * How a call ended.
     *
     * @param value of its result, {@code null} where it raised
     * @param raised the name of an exception's type
     * @param system whether it is a SystemError, with which Python tells that C code broke its rules
     * @param state of the objects of the setup
     * @param after the bytes that the object offers after the call
     */
    public record Outcome(
            JsonNode value, String raised, String message, boolean system, JsonNode state, String after) {}

    /** The flags of requests (the first ones), how many there were, and how many were refused. */
    public record Requests(List<Integer> flags, long count, long refused) {}

    /**
     * Views of the scripted exporter.
     *
     * @param held granted and not given back
     * @param surplus given back and not held
     * @param stray given back to the object where another one owns them
     */
    public record Views(long acquired, long held, long surplus, long stray) {}

    /**
     * Whether an object is free again.
     *
     * @param refused why not; {@code null} where it is
     */
    public record Resize(boolean tried, String refused) {}

    /**
     * A touch of memory that may not be.
     *
     * @param place {@code before}, {@code behind}, {@code read-only} or {@code released}
     * @param offset in bytes from the first byte, of {@code behind} from the last one
     * @param how {@code read}, {@code write} or {@code touch}
     */
    public record Fault(String place, long offset, String how) {}
}
