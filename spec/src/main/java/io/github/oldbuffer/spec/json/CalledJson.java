package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.transcript.Event.Called;
import io.github.oldbuffer.spec.transcript.Sample;

/** A call of one of the four functions as a JSON object; what is left out did not happen. */
final class CalledJson {

    private CalledJson() {}

    static ObjectNode write(ObjectNode node, Called called) {
        node.put("code", called.code());
        RaisedJson.write(node, called.raised());
        PointerJson.write(node, called.pointer());
        if (called.length() != null) {
            node.put("length", called.length());
        }
        if (!called.sample().equals(Sample.NONE)) {
            node.put("sample", SampleJson.write(called.sample()));
        }
        if (called.references() != 0) {
            CountsJson.change(node, "references", called.references());
        }
        CountsJson.write(node, called.others());
        DamageJson.write(node, called.damage());
        TrafficJson.write(node, called.traffic());
        return node;
    }

    static Called read(Fields fields) throws JsonException {
        return new Called(
                fields.get("code").small(Integer.MIN_VALUE, Integer.MAX_VALUE),
                RaisedJson.read(fields),
                PointerJson.read(fields),
                fields.get("length", Value::whole, null),
                fields.get("sample", SampleJson::read, Sample.NONE),
                fields.get("references", CountsJson::change, 0),
                CountsJson.read(fields),
                DamageJson.read(fields),
                TrafficJson.read(fields));
    }
}
