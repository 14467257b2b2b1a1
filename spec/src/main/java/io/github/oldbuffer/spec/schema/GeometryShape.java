package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Ranges;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.shape.Coder;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Flag;
import io.github.oldbuffer.spec.shape.Letter;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Whole;
import java.util.List;

/** The geometry of a scripted exporter. */
final class GeometryShape {

    /** Which choices tell before the extents. */
    private static final Field<Geometry, Integer> DIMENSIONS = Field.of(
            "dimensions",
            geometry -> geometry.shape().size(),
            Small.of(Width.U8, 0, Limits.DIMENSIONS, "number of dimensions"));

    private static final int LARGEST_ITEM = 1 << 20;

    private static final Field<Geometry, Integer> ITEMSIZE = Field.of(
                    "itemsize", Geometry::itemsize, Small.of(Width.I32, 1, Integer.MAX_VALUE, "itemsize"))
            .or(1)
            .within(given -> Small.of(Width.I32, 1, LARGEST_ITEM, "itemsize"));
    private static final Field<Geometry, String> FORMAT =
            Field.of("format", Geometry::format, new Format()).or(null);
    private static final Field<Geometry, List<Long>> SHAPE = Field.of(
                    "shape", Geometry::shape, (Shape<List<Long>>) OperationShape.EXTENTS)
            .within(given -> (coder, like) -> OperationShape.EXTENTS.codeItems(coder, like, given.get(DIMENSIONS)));
    private static final Field<Geometry, List<Long>> STRIDES = Field.of(
                    "strides", Geometry::strides, (Shape<List<Long>>) new StridesShape(-1, Limits.DIMENSIONS, true))
            .or(null)
            .as(given -> new StridesShape(given.get(SHAPE).size(), Limits.DIMENSIONS, true));
    private static final Field<Geometry, Boolean> INDIRECT =
            Field.of("indirect", Geometry::indirect, new Flag("flag indirect")).or(false);

    /** Told by what there is beyond the least that the items need, so that a changed shape or stride still fits. */
    private static final Field<Geometry, Long> OFFSET = Field.of("offset", Geometry::offset, Whole.any("offset"))
            .or(0L)
            .within(given -> (coder, like) -> {
                long least = -Reach.lowest(given.get(SHAPE), given.get(STRIDES));
                return least + coder.number(0, Limits.LENGTH, like == null ? 0 : Math.max(0, like - least));
            });

    static final Record<Geometry> GEOMETRY = Record.of(
                    given -> new Geometry(
                            given.get(OFFSET),
                            given.get(ITEMSIZE),
                            given.get(FORMAT),
                            given.get(SHAPE),
                            given.get(STRIDES),
                            given.get(INDIRECT)),
                    OFFSET,
                    ITEMSIZE,
                    FORMAT,
                    SHAPE,
                    STRIDES,
                    INDIRECT)
            .telling(DIMENSIONS, ITEMSIZE, FORMAT, SHAPE, INDIRECT, STRIDES, OFFSET);

    private GeometryShape() {}

    /** The format of items, or {@code null}. */
    private record Format() implements Shape<String> {

        private static final int NO_FORMAT = 255;
        private static final Letter CHARACTER = Letter.printable("format");
        private static final String WHAT = "length of the format";

        @Override
        public void pack(Writer out, String format) {
            if (format == null) {
                out.u8(NO_FORMAT);
                return;
            }
            out.u8(format.length(), 1, Limits.FORMAT, WHAT);
            for (int i = 0; i < format.length(); i++) {
                CHARACTER.pack(out, format.charAt(i));
            }
        }

        @Override
        public String unpack(Reader in) throws MalformedException {
            int at = in.position();
            int length = in.u8(WHAT);
            if (length == NO_FORMAT) {
                return null;
            }
            if (length < 1 || length > Limits.FORMAT) {
                throw new MalformedException(at, Ranges.sentence(length, 1, Limits.FORMAT, WHAT));
            }
            char[] format = new char[length];
            for (int i = 0; i < length; i++) {
                format[i] = CHARACTER.unpack(in);
            }
            return new String(format);
        }

        @Override
        public JsonNode json(String format) {
            return JSON.textNode(format);
        }

        @Override
        public String parse(Value value) throws JsonException {
            String format = value.text(Limits.TEXT);
            if (format.isEmpty()
                    || format.length() > Limits.FORMAT
                    || !format.chars().allMatch(Limits::formatCharacter)) {
                throw value.expected("1 to " + Limits.FORMAT + " characters of ASCII");
            }
            return format;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return JSON.objectNode().put("type", "string").put("pattern", "^[ -~]{1," + Limits.FORMAT + "}$");
        }

        @Override
        public String code(Coder coder, String like) {
            if (!coder.flag(like != null)) {
                return null;
            }
            int length = (int) coder.number(1, Limits.FORMAT, like == null ? 1 : like.length());
            char[] format = new char[length];
            for (int i = 0; i < length; i++) {
                format[i] = CHARACTER.code(coder, like == null || i >= like.length() ? null : like.charAt(i));
            }
            return new String(format);
        }

        @Override
        public String bytes(String name) {
            return "u8 length of the " + name + " (255: NULL; 1.." + Limits.FORMAT + ") and its characters (ASCII)";
        }
    }
}
