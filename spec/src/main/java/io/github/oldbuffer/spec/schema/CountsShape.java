package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Many;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import java.util.ArrayList;
import java.util.List;

/**
 * The reference counts of other objects; left out of JSON where nothing changed.
 *
 * <p>They were once told as a sum over all of them: a sum of 0 says that nothing changed, any other sum says of no object
 * what became of it.
 */
record CountsShape() implements Shape<Counts> {

    private static final int BYTES_EACH = 6;

    private static final Record<Count> COUNT = Record.of(
            Count::new,
            Field.of("object", Count::object, Small.of(Width.U8, 0, Scenario.MAX_NAME, "object of the count")),
            Field.of("depth", Count::depth, Small.of(Width.U8, 0, Limits.TRAFFIC_DEPTH, "depth of the count"))
                    .or(0),
            Field.of("change", Count::change, new ChangeShape("change of the count")));

    private static final Many<Count> LISTED =
            new Many<>(COUNT, Limits.COUNTS, Width.U16, BYTES_EACH, "amount of counts");

    @Override
    public void pack(Writer out, Counts counts) {
        out.flag(counts.restTold());
        LISTED.pack(out, counts.listed());
    }

    @Override
    public Counts unpack(Reader in) throws MalformedException {
        boolean restTold = in.flag("flag of the counts not listed");
        List<Count> listed = LISTED.unpack(in);
        if (listed.isEmpty()) {
            return restTold ? Counts.UNCHANGED : Counts.UNCOUNTED;
        }
        return new Counts(listed, restTold);
    }

    @Override
    public JsonNode json(Counts counts) {
        if (counts.equals(Counts.UNCOUNTED)) {
            return JSON.textNode(ChangeShape.UNCOUNTED);
        }
        ArrayNode list = JSON.arrayNode();
        counts.listed().forEach(count -> list.add(COUNT.json(count)));
        return counts.restTold() ? list : list.add(ChangeShape.UNCOUNTED);
    }

    @Override
    public Counts parse(Value value) throws JsonException {
        if (value.isText(ChangeShape.UNCOUNTED)) {
            return Counts.UNCOUNTED;
        } else if (value.node().isNumber()) {
            return ChangeShape.known(value) == 0 ? Counts.UNCHANGED : Counts.UNCOUNTED;
        }
        List<Count> listed = new ArrayList<>();
        boolean[] restTold = {true};
        value.list(Limits.COUNTS + 1, item -> {
            if (!item.isText(ChangeShape.UNCOUNTED)) {
                listed.add(COUNT.parse(item));
            } else if (restTold[0]) {
                restTold[0] = false;
            } else {
                throw item.fault(ChangeShape.UNCOUNTED + " stands twice in the list");
            }
            return item;
        });
        if (listed.size() > Limits.COUNTS) {
            throw value.fault("expected at most " + Limits.COUNTS + " counts, found " + listed.size());
        }
        return new Counts(listed, restTold[0]);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.reference("counts", () -> {
            ObjectNode item = JSON.objectNode();
            item.putArray("oneOf")
                    .add(JSON.objectNode().put("const", ChangeShape.UNCOUNTED))
                    .add(COUNT.schema(definitions));
            ObjectNode list = JSON.objectNode().put("type", "array").put("maxItems", Limits.COUNTS + 1);
            list.set("items", item);
            ObjectNode schema = JSON.objectNode();
            schema.putArray("oneOf").add(list).add(new ChangeShape("").schema(definitions));
            return schema;
        });
    }

    @Override
    public String bytes(String name) {
        return name;
    }
}
