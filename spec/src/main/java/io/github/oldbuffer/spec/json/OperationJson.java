package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.exporter.ViewOperation.ToReadonly;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import java.util.List;

/** The operations of a memoryview as JSON objects; {@code do} says which. */
final class OperationJson {

    private enum Kind {
        SLICE("slice"),
        CAST("cast"),
        TO_READONLY("toreadonly");

        private static final Words<Kind> WORDS = Words.of(values(), kind -> kind.word);

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private OperationJson() {}

    static ArrayNode write(List<ViewOperation> operations) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        operations.forEach(operation -> list.add(write(operation)));
        return list;
    }

    static ViewOperation read(Value value) throws JsonException {
        Fields fields = value.fields();
        ViewOperation operation = switch (fields.get("do").oneOf(Kind.WORDS)) {
            case SLICE ->
                new Slice(
                        fields.get("start", OperationJson::bound, null),
                        fields.get("stop", OperationJson::bound, null),
                        fields.get("step", OperationJson::step, 1L));
            case CAST ->
                new Cast(formatCharacter(fields.get("format")), fields.get("shape", OperationJson::shape, null));
            case TO_READONLY -> new ToReadonly();
        };
        fields.end();
        return operation;
    }

    /** Items along each dimension. */
    static List<Long> shape(Value value) throws JsonException {
        return value.list(Limits.DIMENSIONS, extent -> extent.whole(0, Limits.LENGTH));
    }

    static ArrayNode numbers(List<Long> numbers) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        numbers.forEach(list::add);
        return list;
    }

    private static ObjectNode write(ViewOperation operation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (operation instanceof Slice slice) {
            node.put("do", Kind.SLICE.word);
            bound(node, "start", slice.start());
            bound(node, "stop", slice.stop());
            bound(node, "step", slice.step() == 1 ? null : (Long) slice.step());
        } else if (operation instanceof Cast cast) {
            node.put("do", Kind.CAST.word).put("format", String.valueOf(cast.format()));
            if (cast.shape() != null) {
                node.set("shape", numbers(cast.shape()));
            }
        } else if (operation instanceof ToReadonly) {
            node.put("do", Kind.TO_READONLY.word);
        } else {
            throw new IllegalArgumentException("there is no JSON for the operation " + operation);
        }
        return node;
    }

    private static void bound(ObjectNode node, String name, Long bound) {
        if (bound != null) {
            node.put(name, bound);
        }
    }

    private static Long bound(Value value) throws JsonException {
        // the packed form has no room for -2^63, which stands there for a bound left out
        return value.whole(Long.MIN_VALUE + 1, Long.MAX_VALUE);
    }

    private static Long step(Value value) throws JsonException {
        long step = value.whole();
        if (step == 0) {
            throw value.expected("any number but 0");
        }
        return step;
    }

    private static char formatCharacter(Value value) throws JsonException {
        String text = value.text(Limits.TEXT);
        if (text.length() != 1 || !Limits.formatCharacter(text.charAt(0))) {
            throw value.expected("one character");
        }
        return text.charAt(0);
    }
}
