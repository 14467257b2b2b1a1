package io.github.oldbuffer.consumers.exporter;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A method that may take an object's memory away, called while a view of it is held.
 *
 * @param held the view
 * @param again the same request again, before the method was called
 * @param raised what the method raised, or {@code null}
 * @param after the same request again, while the view was still held
 * @param freed what the method raised after the release, or {@code null}; only where it had raised BufferError
 */
record Change(String method, Answer held, Answer again, String raised, Answer after, String freed) {

    static Change of(JsonNode told) {
        return new Change(
                told.path("method").asText(),
                Answer.of(told.path("held")),
                Answer.of(told.path("again")),
                text(told.path("raised")),
                Answer.of(told.path("after")),
                text(told.path("freed")));
    }

    /** Whether every request is answered with the same memory, and not with a copy of its own. */
    boolean comparable() {
        return held.granted()
                && again.granted()
                && held.address().equals(again.address())
                && held.length() == again.length();
    }

    private static String text(JsonNode word) {
        return word.isTextual() ? word.asText() : null;
    }
}
