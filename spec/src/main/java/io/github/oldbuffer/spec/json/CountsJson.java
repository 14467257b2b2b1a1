package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * The reference counts of other objects, as the field {@code others}; left out where nothing changed.
 *
 * <p>The field was once a sum over all of them: a sum of 0 says that nothing changed, any other sum says of no object
 * what became of it.
 */
final class CountsJson {

    private static final String FIELD = "others";
    private static final String UNCOUNTED = "UNCOUNTED";

    private CountsJson() {}

    static void write(ObjectNode event, Counts counts) {
        if (counts.equals(Counts.UNCOUNTED)) {
            event.put(FIELD, UNCOUNTED);
        } else if (!counts.equals(Counts.UNCHANGED)) {
            ArrayNode list = event.putArray(FIELD);
            for (Count count : counts.listed()) {
                ObjectNode node = list.addObject().put("object", count.object());
                if (count.depth() != 0) {
                    node.put("depth", count.depth());
                }
                change(node, "change", count.change());
            }
            if (!counts.restTold()) {
                list.add(UNCOUNTED);
            }
        }
    }

    static Counts read(Fields event) throws JsonException {
        return event.get(FIELD, CountsJson::read, Counts.UNCHANGED);
    }

    private static Counts read(Value value) throws JsonException {
        if (value.isText(UNCOUNTED)) {
            return Counts.UNCOUNTED;
        } else if (value.node().isNumber()) {
            return value.small(Event.UNCOUNTED + 1, Integer.MAX_VALUE) == 0 ? Counts.UNCHANGED : Counts.UNCOUNTED;
        }
        List<Count> listed = new ArrayList<>();
        boolean[] restTold = {true};
        value.list(Limits.COUNTS + 1, item -> {
            if (!item.isText(UNCOUNTED)) {
                listed.add(count(item));
            } else if (restTold[0]) {
                restTold[0] = false;
            } else {
                throw item.fault(UNCOUNTED + " stands twice in the list");
            }
            return item;
        });
        if (listed.size() > Limits.COUNTS) {
            throw value.fault("expected at most " + Limits.COUNTS + " counts, found " + listed.size());
        }
        return new Counts(listed, restTold[0]);
    }

    private static Count count(Value value) throws JsonException {
        Fields fields = value.fields();
        Count count = new Count(
                fields.get("object").small(0, Scenario.MAX_NAME),
                (int) fields.whole("depth", 0, Limits.TRAFFIC_DEPTH, 0),
                change(fields.get("change")));
        fields.end();
        return count;
    }

    static void change(ObjectNode node, String name, int change) {
        if (change == Event.UNCOUNTED) {
            node.put(name, UNCOUNTED);
        } else {
            node.put(name, change);
        }
    }

    static Integer change(Value value) throws JsonException {
        return value.isText(UNCOUNTED) ? Event.UNCOUNTED : value.small(Event.UNCOUNTED + 1, Integer.MAX_VALUE);
    }
}
