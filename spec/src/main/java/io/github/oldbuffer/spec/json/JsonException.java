package io.github.oldbuffer.spec.json;

/**
 * Says in one sentence, beginning with the place, why a text is not what it should be.
 *
 * <p>The place is a path such as {@code steps[2].exporter.length} where the text is JSON, otherwise a line and column.
 */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1L;

    JsonException(String sentence) {
        super(sentence);
    }

    static JsonException at(Path path, String sentence) {
        String place = path.toString();
        return new JsonException(place.isEmpty() ? sentence : place + ": " + sentence);
    }
}
