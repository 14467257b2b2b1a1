package io.github.oldbuffer.spec.json;

import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.transcript.Sample;
import java.util.HexFormat;

/** A sample as text: hexadecimal digits, two a byte, or the word {@code NONE} or {@code UNREADABLE}. */
final class SampleJson {

    private SampleJson() {}

    static String write(Sample sample) {
        return sample.state() == Sample.State.READ
                ? sample.hex()
                : sample.state().name();
    }

    static Sample read(Value value) throws JsonException {
        if (value.isText(Sample.State.NONE.name())) {
            return Sample.NONE;
        }
        if (value.isText(Sample.State.UNREADABLE.name())) {
            return Sample.UNREADABLE;
        }
        String hex = value.text(Limits.TEXT);
        if (!hex.matches("([0-9a-fA-F]{2}){0," + Sample.WHOLE + "}")) {
            throw value.expected("at most " + Sample.WHOLE + " bytes of two hexadecimal digits, NONE or UNREADABLE");
        }
        return Sample.read(HexFormat.of().parseHex(hex));
    }
}
