package io.github.oldbuffer.consumers.exporter;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A method that may take an object's memory away, called while a view of it is held.
 *
 * @param held the view
 * @param raised what the method raised, or {@code null}
 * @param after the same request again, while the view was still held
 * @param freed what the method raised after the release, or {@code null}; only where it had raised BufferError
 */
record Change(String method, Answer held, String raised, Answer after, String freed) {

    static Change of(JsonNode told) {
        return new Change(
                told.path("method").asText(),
                Answer.of(told.path("held")),
                text(told.path("raised")),
                Answer.of(told.path("after")),
                text(told.path("freed")));
    }

    private static String text(JsonNode word) {
        return word.isTextual() ? word.asText() : null;
    }
}
