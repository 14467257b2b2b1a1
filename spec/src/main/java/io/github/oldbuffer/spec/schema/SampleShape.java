package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Word;
import io.github.oldbuffer.spec.transcript.Sample;
import java.util.HexFormat;

/** A sample: hexadecimal digits in JSON, two a byte, or the word {@code NONE} or {@code UNREADABLE}. */
record SampleShape() implements Shape<Sample> {

    private static final Word<Sample.State> STATE = Word.of(Sample.State.values(), "state of the sample");
    private static final String SIZE = "size of the sample";
    private static final Sample EMPTY = Sample.read(new byte[0]);
    private static final String HEX = "([0-9a-fA-F]{2}){0," + Sample.WHOLE + "}";

    static <T> Field<T, Sample> field(java.util.function.Function<T, Sample> getter) {
        return Field.of("sample", getter, new SampleShape());
    }

    @Override
    public void pack(Writer out, Sample sample) {
        STATE.pack(out, sample.state());
        if (sample.state() == Sample.State.READ) {
            out.u8(sample.size(), 0, Sample.WHOLE, SIZE);
            for (int i = 0; i < sample.size(); i++) {
                out.u8(sample.at(i));
            }
        }
    }

    @Override
    public Sample unpack(Reader in) throws MalformedException {
        return switch (STATE.unpack(in)) {
            case NONE -> Sample.NONE;
            case UNREADABLE -> Sample.UNREADABLE;
            case READ -> {
                int size = in.u8(0, Sample.WHOLE, SIZE);
                yield size == 0 ? EMPTY : Sample.read(in.bytes(size, "sample"));
            }
        };
    }

    @Override
    public JsonNode json(Sample sample) {
        return JSON.textNode(
                sample.state() == Sample.State.READ
                        ? sample.hex()
                        : sample.state().name());
    }

    @Override
    public Sample parse(Value value) throws JsonException {
        if (value.isText(Sample.State.NONE.name())) {
            return Sample.NONE;
        }
        if (value.isText(Sample.State.UNREADABLE.name())) {
            return Sample.UNREADABLE;
        }
        String hex = value.text(Limits.TEXT);
        if (!hex.matches(HEX)) {
            throw value.expected("at most " + Sample.WHOLE + " bytes of two hexadecimal digits, NONE or UNREADABLE");
        }
        return Sample.read(HexFormat.of().parseHex(hex));
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.reference(
                "sample",
                () -> JSON.objectNode().put("type", "string").put("pattern", "^(NONE|UNREADABLE|" + HEX + ")$"));
    }

    @Override
    public String bytes(String name) {
        return name;
    }
}
