package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Told;
import java.util.List;

/** What Python says of an object's memory, as a JSON object. */
final class ToldJson {

    private static final Words<Told.Memory> MEMORIES = Words.names(Told.Memory.values());

    private ToldJson() {}

    static void write(ObjectNode event, Told told) {
        if (told == null) {
            return;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("memory", MEMORIES.of(told.memory()));
        if (told.memory() == Told.Memory.SOME) {
            node.put("readonly", told.readonly())
                    .put("itemsize", told.itemsize())
                    .put("format", told.format());
            node.set("shape", OperationJson.numbers(told.shape()));
            node.set("strides", OperationJson.numbers(told.strides()));
            node.put("indirect", told.indirect()).put("sample", SampleJson.write(told.sample()));
        }
        event.set("told", node);
    }

    /** @return {@code null} where nothing is told */
    static Told read(Fields event) throws JsonException {
        return event.get("told", ToldJson::told, null);
    }

    private static Told told(Value value) throws JsonException {
        Fields fields = value.fields();
        Told.Memory memory = fields.get("memory").oneOf(MEMORIES);
        Told told = memory == Told.Memory.NONE ? Told.NONE : Told.UNKNOWN;
        if (memory == Told.Memory.SOME) {
            List<Long> shape = fields.get("shape").list(Told.DIMENSIONS, extent -> extent.whole(0, Long.MAX_VALUE));
            Value strides = fields.get("strides");
            told = new Told(
                    memory,
                    fields.get("readonly").flag(),
                    fields.get("itemsize").small(0, Integer.MAX_VALUE),
                    fields.get("format").text(Limits.TYPE_NAME),
                    shape,
                    strides.list(Told.DIMENSIONS, Value::whole),
                    fields.get("indirect").flag(),
                    sample(fields));
            if (told.strides().size() != shape.size()) {
                throw strides.fault("expected as many strides as the shape has dimensions");
            }
        }
        fields.end();
        return told;
    }

    private static Sample sample(Fields fields) throws JsonException {
        return SampleJson.read(fields.get("sample"));
    }
}
