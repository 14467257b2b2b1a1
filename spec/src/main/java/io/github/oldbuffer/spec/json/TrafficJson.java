package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;

/** What exporters that record saw, as the field {@code traffic}; left out where they saw nothing. */
final class TrafficJson {

    private static final String FIELD = "traffic";

    private static final Words<Traffic.Kind> KINDS = Words.names(Traffic.Kind.values());

    private TrafficJson() {}

    static void write(ObjectNode event, List<Traffic> traffic) {
        if (traffic.isEmpty()) {
            return;
        }
        ArrayNode list = event.putArray(FIELD);
        for (Traffic entry : traffic) {
            ObjectNode node = list.addObject().put("object", entry.object());
            if (entry.depth() != 0) {
                node.put("depth", entry.depth());
            }
            node.put("saw", KINDS.of(entry.kind()));
            if (entry.flags() != 0) {
                node.put("flags", entry.flags());
            }
        }
    }

    static List<Traffic> read(Fields event) throws JsonException {
        return event.list(FIELD, Limits.TRAFFIC, TrafficJson::read);
    }

    private static Traffic read(Value value) throws JsonException {
        Fields fields = value.fields();
        Traffic traffic = new Traffic(
                fields.get("object").small(0, Scenario.MAX_NAME),
                (int) fields.whole("depth", 0, Limits.TRAFFIC_DEPTH, 0),
                fields.get("saw").oneOf(KINDS),
                (int) fields.whole("flags", Integer.MIN_VALUE, Integer.MAX_VALUE, 0));
        fields.end();
        return traffic;
    }
}
