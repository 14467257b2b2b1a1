package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.shape.Coder;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Many;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Whole;
import java.util.List;

/**
 * As many strides as there are dimensions.
 *
 * @param dimensions how many; -1 where it is not known yet
 * @param most dimensions at the most
 * @param optional whether a flag before them tells whether there are any
 */
record StridesShape(int dimensions, int most, boolean optional) implements Shape<List<Long>> {

    private static final Whole STRIDE = Whole.any("stride");
    private static final Many<Long> IN_MEMORY =
            Many.of(new Whole(-Limits.LENGTH, Limits.LENGTH, "stride"), Limits.DIMENSIONS, "number of strides");

    @Override
    public void pack(Writer out, List<Long> strides) {
        if (optional) {
            out.flag(strides != null);
        }
        if (strides != null) {
            Writer.ranged(strides.size(), dimensions, dimensions, "number of strides");
            for (long stride : strides) {
                out.i64(stride);
            }
        }
    }

    @Override
    public List<Long> unpack(Reader in) throws MalformedException {
        if (optional && !in.flag("flag before the strides")) {
            return null;
        }
        Long[] strides = new Long[dimensions];
        for (int i = 0; i < dimensions; i++) {
            strides[i] = in.i64("stride");
        }
        return List.of(strides);
    }

    @Override
    public JsonNode json(List<Long> strides) {
        return Many.of(STRIDE, most, "").json(strides);
    }

    @Override
    public List<Long> parse(Value value) throws JsonException {
        List<Long> strides = value.list(most, Value::whole);
        if (strides.size() != dimensions) {
            String sentence = "expected as many strides as the shape has dimensions";
            throw value.fault(optional ? sentence + ", " + dimensions + ", found " + strides.size() : sentence);
        }
        return strides;
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return Many.of(STRIDE, most, "").schema(definitions);
    }

    /** Not beyond what memory has. */
    @Override
    public List<Long> code(Coder coder, List<Long> like) {
        return optional && !coder.flag(like != null) ? null : IN_MEMORY.codeItems(coder, like, dimensions);
    }

    @Override
    public String bytes(String name) {
        return (optional ? "flag " + name + "-follow, " : "") + "i64 each (as many as dimensions)";
    }
}
