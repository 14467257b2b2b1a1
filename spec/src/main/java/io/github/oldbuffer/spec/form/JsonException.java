package io.github.oldbuffer.spec.form;

/**
 * Says in one sentence, beginning with the place, why a text is not what it should be.
 *
 * <p>The place is a path such as {@code steps[2].exporter.length} where the text is JSON, otherwise a line and column.
 */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String fault;

    /** Of a whole document, or of a text that is no JSON. */
    public JsonException(String sentence) {
        this("", sentence);
    }

    /** Of the value at a path; nothing stands for the whole document. */
    public JsonException(String place, String fault) {
        super(place.isEmpty() ? fault : place + ": " + fault);
        this.place = place;
        this.fault = fault;
    }

    /** The path of the value that is wrong; nothing for the whole document, and for a text that is no JSON. */
    public String place() {
        return place;
    }

    /** The sentence without the path. */
    public String fault() {
        return fault;
    }
}
