package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.exporter.ViewOperation.ToReadonly;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Ranges;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.shape.Choice;
import io.github.oldbuffer.spec.shape.Choice.Case;
import io.github.oldbuffer.spec.shape.Coder;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Letter;
import io.github.oldbuffer.spec.shape.Many;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Whole;
import java.util.List;
import java.util.Map;

/** The operations of a memoryview. */
public final class OperationShape {

    /** Items along each dimension. */
    static final Many<Long> EXTENTS =
            Many.of(new Whole(0, Limits.LENGTH, "extent of a dimension"), Limits.DIMENSIONS, "number of dimensions");

    /** A format that a memoryview can be cast to. */
    private static final Letter OF_MEMORYVIEWS = Letter.of("BbcHhIiLlQqfd", "format");

    private static final Choice<ViewOperation> OPERATION = Choice.of(
            "do",
            "kind of operation",
            Case.of(
                    "slice",
                    1,
                    Slice.class,
                    Record.of(
                            Slice::new,
                            Field.of("start", Slice::start, new Bound()).or(null),
                            Field.of("stop", Slice::stop, new Bound()).or(null),
                            Field.of("step", Slice::step, new Stride()).or(1L))),
            Case.of(
                    "cast",
                    2,
                    Cast.class,
                    Record.of(
                            Cast::new,
                            Field.of("format", Cast::format, Letter.printable("format"))
                                    .within(given -> OF_MEMORYVIEWS),
                            Field.of("shape", Cast::shape, new MaybeExtents()).or(null))),
            Case.of("toreadonly", 3, ToReadonly.class, Record.constant(new ToReadonly())));

    static final Many<ViewOperation> OPERATIONS = Many.of(OPERATION, Limits.OPERATIONS, "number of operations");

    private OperationShape() {}

    /** The rows of the table of operations, by number. */
    public static Map<Integer, String> rows() {
        return OPERATION.rows();
    }

    /** A bound of a slice, or {@code null} for one that is left out: -2^63 in the packed form, which JSON refuses. */
    private record Bound() implements Shape<Long> {

        private static final long NONE64 = Long.MIN_VALUE;

        @Override
        public void pack(Writer out, Long bound) {
            if (bound != null && bound == NONE64) {
                throw new IllegalArgumentException("a bound of a slice is -2^63, which stands for none");
            }
            out.i64(bound == null ? NONE64 : bound);
        }

        @Override
        public Long unpack(Reader in) throws MalformedException {
            long bound = in.i64("bound of a slice");
            return bound == NONE64 ? null : (Long) bound;
        }

        @Override
        public JsonNode json(Long bound) {
            return JSON.numberNode(bound);
        }

        @Override
        public Long parse(Value value) throws JsonException {
            return value.whole(NONE64 + 1, Long.MAX_VALUE);
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return new Whole(NONE64 + 1, Long.MAX_VALUE, "").schema(definitions);
        }

        @Override
        public Long code(Coder coder, Long like) {
            return coder.flag(like != null)
                    ? (Long) coder.number(-Limits.LENGTH, Limits.LENGTH, like == null ? 0 : like)
                    : null;
        }

        @Override
        public String bytes(String name) {
            return "i64 " + name + " (NONE64: left out)";
        }
    }

    /** The step of a slice: any number but 0. */
    private record Stride() implements Shape<Long> {

        /** The step that is told as 0. */
        private static final long INSTEAD = 2;

        private static final String ZERO = "the step of a slice is 0";

        @Override
        public void pack(Writer out, Long step) {
            if (step == 0) {
                throw new IllegalArgumentException(ZERO);
            }
            out.i64(step);
        }

        @Override
        public Long unpack(Reader in) throws MalformedException {
            int at = in.position();
            long step = in.i64("step of a slice");
            if (step == 0) {
                throw new MalformedException(at, ZERO);
            }
            return step;
        }

        @Override
        public JsonNode json(Long step) {
            return JSON.numberNode(step);
        }

        @Override
        public Long parse(Value value) throws JsonException {
            long step = value.whole();
            if (step == 0) {
                throw value.expected("any number but 0");
            }
            return step;
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            ObjectNode schema = Whole.any("").schema(definitions);
            schema.putObject("not").put("const", 0);
            return schema;
        }

        @Override
        public Long code(Coder coder, Long like) {
            long step = coder.number(-Limits.LENGTH, Limits.LENGTH, like == null ? INSTEAD : like);
            return step == 0 ? INSTEAD : step;
        }

        @Override
        public String bytes(String name) {
            return "i64 " + name + " (not 0)";
        }
    }

    /** The shape of a cast, or {@code null} for none. */
    private record MaybeExtents() implements Shape<List<Long>> {

        private static final int NO_SHAPE = 255;

        @Override
        public void pack(Writer out, List<Long> shape) {
            if (shape == null) {
                out.u8(NO_SHAPE);
            } else {
                EXTENTS.pack(out, shape);
            }
        }

        @Override
        public List<Long> unpack(Reader in) throws MalformedException {
            int at = in.position();
            int dimensions = in.u8(EXTENTS.what());
            if (dimensions == NO_SHAPE) {
                return null;
            }
            if (dimensions > Limits.DIMENSIONS) {
                throw new MalformedException(at, Ranges.sentence(dimensions, 0, Limits.DIMENSIONS, EXTENTS.what()));
            }
            return EXTENTS.unpackItems(in, dimensions);
        }

        @Override
        public JsonNode json(List<Long> shape) {
            return EXTENTS.json(shape);
        }

        @Override
        public List<Long> parse(Value value) throws JsonException {
            return EXTENTS.parse(value);
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return EXTENTS.schema(definitions);
        }

        @Override
        public List<Long> code(Coder coder, List<Long> like) {
            return coder.flag(like != null) ? EXTENTS.code(coder, like) : null;
        }

        @Override
        public String bytes(String name) {
            return "u8 " + name + " (255: none; 0.." + Limits.DIMENSIONS + "), "
                    + EXTENTS.item().bytes("each");
        }
    }
}
