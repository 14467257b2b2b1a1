package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.transcript.Pointer;

/**
 * A pointer as the field {@code pointer}: {@code "NULL"}, {@code {"within": 4}} or {@code {"elsewhere": 0}}; left out
 * where it was not touched.
 */
final class PointerJson {

    private static final String FIELD = "pointer";
    private static final String NULL = "NULL";
    private static final String WITHIN = "within";
    private static final String ELSEWHERE = "elsewhere";

    private PointerJson() {}

    static void write(ObjectNode event, Pointer pointer) {
        switch (pointer.kind()) {
            case UNTOUCHED -> event.remove(FIELD);
            case NULL -> event.put(FIELD, NULL);
            case WITHIN -> event.putObject(FIELD).put(WITHIN, pointer.value());
            case ELSEWHERE -> event.putObject(FIELD).put(ELSEWHERE, pointer.value());
        }
    }

    static Pointer read(Fields event) throws JsonException {
        return event.get(FIELD, PointerJson::read, Pointer.UNTOUCHED);
    }

    private static Pointer read(Value value) throws JsonException {
        if (value.isText(NULL)) {
            return Pointer.NULL;
        }
        if (!value.node().isObject()) {
            throw value.expected("\"NULL\", {\"within\": n} or {\"elsewhere\": n}");
        }
        Fields fields = value.fields();
        Value within = fields.get(WITHIN);
        Pointer pointer = within.missing()
                ? Pointer.elsewhere(fields.get(ELSEWHERE).whole(0, Long.MAX_VALUE))
                : Pointer.within(within.whole(Long.MIN_VALUE, Long.MAX_VALUE));
        fields.end();
        return pointer;
    }
}
