package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.transcript.Damage;

/**
 * The first byte that a call changed, or {@code null} where it changed none, which JSON leaves out.
 *
 * <p>It was once told as a number, -1 for none: JSON is read so as one from the object's first item on.
 */
record DamageShape() implements Shape<Damage> {

    private static final long NOTHING = -1;
    private static final int NONE = 0;
    private static final int SEEN = 1;
    private static final int PLACED = 2;

    private static final Record<Damage> IN_JSON = Record.of(
            Damage::new,
            Field.of("offset", Damage::offset, Whole.any("")).or(null),
            Field.of("fromFirst", Damage::fromFirst, Whole.any("")));

    @Override
    public void pack(Writer out, Damage damage) {
        if (damage == null) {
            out.u8(NONE);
        } else {
            out.u8(damage.offset() == null ? SEEN : PLACED);
            out.i64(damage.fromFirst());
            if (damage.offset() != null) {
                out.i64(damage.offset());
            }
        }
    }

    @Override
    public Damage unpack(Reader in) throws MalformedException {
        int kind = in.u8(NONE, PLACED, "kind of damage");
        if (kind == NONE) {
            return null;
        }
        long fromFirst = in.i64("damage");
        return kind == SEEN ? Damage.seen(fromFirst) : new Damage(in.i64("offset of the damage"), fromFirst);
    }

    @Override
    public JsonNode json(Damage damage) {
        return IN_JSON.json(damage);
    }

    @Override
    public Damage parse(Value value) throws JsonException {
        if (value.node().isNumber()) {
            long number = value.whole(NOTHING, Long.MAX_VALUE);
            return number == NOTHING ? null : Damage.seen(number);
        }
        return IN_JSON.parse(value);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("oneOf")
                .add(IN_JSON.schema(definitions))
                .add(new Whole(NOTHING, Long.MAX_VALUE, "").schema(definitions));
        return schema;
    }

    @Override
    public String bytes(String name) {
        return name;
    }
}
