package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Event.Called;
import io.github.oldbuffer.spec.transcript.Sample;

/** A call of one of the four functions as a JSON object; what is left out did not happen. */
final class CalledJson {

    private static final String UNCOUNTED = "UNCOUNTED";
    private static final long NO_DAMAGE = -1;

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
        count(node, "references", called.references());
        count(node, "others", called.others());
        if (called.damage() != NO_DAMAGE) {
            node.put("damage", called.damage());
        }
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
                fields.get("references", CalledJson::count, 0),
                fields.get("others", CalledJson::count, 0),
                fields.whole("damage", NO_DAMAGE, Long.MAX_VALUE, NO_DAMAGE),
                TrafficJson.read(fields));
    }

    private static void count(ObjectNode node, String name, int count) {
        if (count == Event.UNCOUNTED) {
            node.put(name, UNCOUNTED);
        } else if (count != 0) {
            node.put(name, count);
        }
    }

    private static Integer count(Value value) throws JsonException {
        return value.isText(UNCOUNTED) ? Event.UNCOUNTED : value.small(Event.UNCOUNTED + 1, Integer.MAX_VALUE);
    }
}
