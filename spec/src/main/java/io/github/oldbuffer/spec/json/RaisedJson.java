package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.transcript.Raised;

/** An exception that was set, as the field {@code raised}; left out where there was none. */
final class RaisedJson {

    private static final String FIELD = "raised";

    private RaisedJson() {}

    static void write(ObjectNode event, Raised raised) {
        if (raised != null) {
            event.putObject(FIELD)
                    .put("type", raised.type())
                    .put("typeError", raised.typeError())
                    .put("message", raised.message());
        }
    }

    static Raised read(Fields event) throws JsonException {
        return event.get(FIELD, RaisedJson::read, null);
    }

    private static Raised read(Value value) throws JsonException {
        Fields fields = value.fields();
        String type = fields.get("type").text(Limits.TYPE_NAME);
        boolean typeError = fields.get("typeError").flag();
        String message = fields.get("message", text -> text.text(Limits.TEXT), "");
        fields.end();
        return new Raised(type, typeError, message);
    }
}
