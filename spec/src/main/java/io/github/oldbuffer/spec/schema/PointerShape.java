package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.Fields;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.shape.Word;
import io.github.oldbuffer.spec.transcript.Pointer;

/** A pointer: {@code "NULL"}, {@code {"within": 4}} or {@code {"elsewhere": 0}}; left out where it was not touched. */
record PointerShape() implements Shape<Pointer> {

    private static final String NULL = "NULL";
    private static final String WITHIN = "within";
    private static final String ELSEWHERE = "elsewhere";
    private static final Word<Pointer.Kind> KIND = Word.of(Pointer.Kind.values(), "kind of pointer");
    private static final String VALUE = "value of the pointer";
    private static final Pointer START = Pointer.within(0);

    static <T> Field<T, Pointer> field(java.util.function.Function<T, Pointer> getter) {
        return Field.of("pointer", getter, new PointerShape()).or(Pointer.UNTOUCHED);
    }

    @Override
    public void pack(Writer out, Pointer pointer) {
        KIND.pack(out, pointer.kind());
        out.i64(pointer.value(), least(pointer.kind()), greatest(pointer.kind()), VALUE);
    }

    @Override
    public Pointer unpack(Reader in) throws MalformedException {
        Pointer.Kind kind = KIND.unpack(in);
        long value = in.i64(least(kind), greatest(kind), VALUE);
        return switch (kind) {
            case UNTOUCHED -> Pointer.UNTOUCHED;
            case NULL -> Pointer.NULL;
            case WITHIN -> value == 0 ? START : Pointer.within(value);
            case ELSEWHERE -> Pointer.elsewhere(value);
        };
    }

    /** Memory with negative strides lies before its first item, too. */
    private static long least(Pointer.Kind kind) {
        return kind == Pointer.Kind.WITHIN ? Long.MIN_VALUE : 0;
    }

    private static long greatest(Pointer.Kind kind) {
        return kind == Pointer.Kind.WITHIN || kind == Pointer.Kind.ELSEWHERE ? Long.MAX_VALUE : 0;
    }

    @Override
    public JsonNode json(Pointer pointer) {
        return switch (pointer.kind()) {
            case UNTOUCHED -> throw new IllegalArgumentException("there is no JSON for a pointer that was not touched");
            case NULL -> JSON.textNode(NULL);
            case WITHIN -> JSON.objectNode().put(WITHIN, pointer.value());
            case ELSEWHERE -> JSON.objectNode().put(ELSEWHERE, pointer.value());
        };
    }

    @Override
    public Pointer parse(Value value) throws JsonException {
        if (value.isText(NULL)) {
            return Pointer.NULL;
        }
        if (!value.node().isObject()) {
            throw value.expected("\"NULL\", {\"within\": n} or {\"elsewhere\": n}");
        }
        Fields fields = value.fields();
        Value within = fields.get(WITHIN);
        Pointer pointer = within.missing()
                ? Pointer.elsewhere(fields.get(ELSEWHERE).whole(0, Long.MAX_VALUE))
                : Pointer.within(within.whole());
        fields.end();
        return pointer;
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.reference("pointer", () -> {
            ObjectNode schema = JSON.objectNode();
            ArrayNode kinds = schema.putArray("oneOf");
            kinds.addObject().put("const", NULL);
            place(kinds.addObject(), WITHIN, Whole.any("").schema(definitions));
            place(kinds.addObject(), ELSEWHERE, new Whole(0, Long.MAX_VALUE, "").schema(definitions));
            return schema;
        });
    }

    private static void place(ObjectNode kind, String name, ObjectNode number) {
        kind.put("type", "object").putObject("properties").set(name, number);
        kind.putArray("required").add(name);
        kind.put("additionalProperties", false);
    }

    @Override
    public String bytes(String name) {
        return name;
    }
}
