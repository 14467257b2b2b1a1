package io.github.oldbuffer.spec.consumer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.RecordJson;
import io.github.oldbuffer.spec.scenario.Witness;
import java.util.List;

/**
 * One call of a function with bytes, and then with another object of the same content.
 *
 * @param format {@value #FORMAT}
 * @param version of the form, {@value #VERSION}
 * @param offered the other object
 * @param content of both
 * @param wrong which of the function's other arguments is replaced by an object that is nothing; {@code null} for none
 * @param reference {@code bytes}, {@code bytearray} for a function that writes, or {@code memoryview} for one to which bytes are
 *     text, and a memoryview of them is numbers
 */
@JsonPropertyOrder({"format", "version"})
public record ConsumerScenario(
        @JsonProperty String format,
        @JsonProperty int version,
        Offered offered,
        Content content,
        Integer wrong,
        String reference)
        implements Witness {

    public static final String FORMAT = "oldbuffer-consumer-scenario";
    public static final int VERSION = 1;

    private static final List<String> REFERENCES = List.of("bytes", "bytearray", "memoryview");

    public ConsumerScenario {
        if (!FORMAT.equals(format) || version != VERSION) {
            throw new IllegalArgumentException("expected the format " + FORMAT + ", version " + VERSION);
        }
        if (offered == null || content == null || reference == null) {
            throw new IllegalArgumentException("expected an object, its content and a reference");
        }
        if (!REFERENCES.contains(reference)) {
            throw new IllegalArgumentException("expected the reference bytes, bytearray or memoryview");
        }
    }

    public ConsumerScenario(Offered offered, Content content, Integer wrong, String reference) {
        this(FORMAT, VERSION, offered, content, wrong, reference);
    }

    public JsonNode toTree() {
        return RecordJson.MAPPER.valueToTree(this);
    }

    /** @throws JsonException where the text is no such scenario */
    public static ConsumerScenario read(String text) throws JsonException {
        return RecordJson.read(text, ConsumerScenario.class);
    }

    /** Which call it is, for people. */
    public String words() {
        return offered.words() + " of " + content.words() + (wrong == null ? "" : ", another argument being wrong");
    }
}
