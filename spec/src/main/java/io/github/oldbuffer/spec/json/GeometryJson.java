package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import java.util.List;

/** The geometry of a scripted exporter as a JSON object. */
final class GeometryJson {

    private GeometryJson() {}

    static ObjectNode write(Geometry geometry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (geometry.offset() != 0) {
            node.put("offset", geometry.offset());
        }
        if (geometry.itemsize() != 1) {
            node.put("itemsize", geometry.itemsize());
        }
        if (geometry.format() != null) {
            node.put("format", geometry.format());
        }
        node.set("shape", OperationJson.numbers(geometry.shape()));
        if (geometry.strides() != null) {
            node.set("strides", OperationJson.numbers(geometry.strides()));
        }
        if (geometry.indirect()) {
            node.put("indirect", true);
        }
        return node;
    }

    static Geometry read(Value value) throws JsonException {
        Fields fields = value.fields();
        long offset = fields.whole("offset", Long.MIN_VALUE, Long.MAX_VALUE, 0);
        int itemsize = (int) fields.whole("itemsize", 1, Integer.MAX_VALUE, 1);
        String format = fields.get("format", GeometryJson::format, null);
        List<Long> shape = OperationJson.shape(fields.get("shape"));
        List<Long> strides = fields.get("strides", each -> strides(each, shape.size()), null);
        boolean indirect = fields.flag("indirect", false);
        fields.end();
        return new Geometry(offset, itemsize, format, shape, strides, indirect);
    }

    private static List<Long> strides(Value value, int dimensions) throws JsonException {
        List<Long> strides = value.list(Limits.DIMENSIONS, Value::whole);
        if (strides.size() != dimensions) {
            throw value.fault("expected as many strides as the shape has dimensions, " + dimensions + ", found "
                    + strides.size());
        }
        return strides;
    }

    private static String format(Value value) throws JsonException {
        String format = value.text(Limits.TEXT);
        if (format.isEmpty()
                || format.length() > Limits.FORMAT
                || !format.chars().allMatch(Limits::formatCharacter)) {
            throw value.expected("1 to " + Limits.FORMAT + " characters of ASCII");
        }
        return format;
    }
}
