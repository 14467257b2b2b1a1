package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Value;

/** The fields that open every document: its format and version. */
final class Header {

    static final int VERSION = 1;

    private Header() {}

    static ObjectNode write(String format) {
        return JsonNodeFactory.instance.objectNode().put("format", format).put("version", VERSION);
    }

    static Fields read(JsonNode document, String format) throws JsonException {
        Fields fields = Value.document(document).fields();
        Value found = fields.get("format");
        if (!found.isText(format)) {
            throw found.expected('"' + format + '"');
        }
        Value version = fields.get("version");
        if (version.whole() != VERSION) {
            throw version.expected(String.valueOf(VERSION));
        }
        return fields;
    }
}
