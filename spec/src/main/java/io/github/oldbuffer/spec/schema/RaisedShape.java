package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.RaisedCache;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Flag;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Text;
import io.github.oldbuffer.spec.transcript.Raised;

/** An exception that was set, or {@code null} for none, which JSON leaves out. */
record RaisedShape() implements Shape<Raised> {

    private static final Record<Raised> RAISED = inPackedOrder(
            Field.of("type", Raised::type, new Text(Limits.TYPE_NAME, "type of the exception")),
            Field.of("typeError", Raised::typeError, new Flag("flag typeError")),
            Field.of("message", Raised::message, new Text(Limits.TEXT, "message of the exception"))
                    .or("", raised -> false));

    private static Record<Raised> inPackedOrder(
            Field<Raised, String> type, Field<Raised, Boolean> typeError, Field<Raised, String> message) {
        return Record.of(Raised::new, type, typeError, message).packing(typeError, type, message);
    }

    @Override
    public void pack(Writer out, Raised raised) {
        out.flag(raised != null);
        if (raised != null) {
            RAISED.pack(out, raised);
        }
    }

    @Override
    public Raised unpack(Reader in) throws MalformedException {
        if (!in.flag("flag before the exception")) {
            return null;
        }
        RaisedCache cache = in.raisedCache();
        Raised known = cache.find(in.bytes());
        if (known != null) {
            return known;
        }
        int start = in.position();
        Raised raised = RAISED.unpack(in);
        cache.remember(in.bytes(), start, raised);
        return raised;
    }

    @Override
    public JsonNode json(Raised raised) {
        return RAISED.json(raised);
    }

    @Override
    public Raised parse(Value value) throws JsonException {
        return RAISED.parse(value);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.reference("raised", () -> RAISED.schema(definitions));
    }

    @Override
    public String bytes(String name) {
        return name;
    }
}
