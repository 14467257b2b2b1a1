package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.exporter.ViewOperation.ToReadonly;
import io.github.oldbuffer.spec.form.Limits;
import java.util.List;

/** The operations of a memoryview in the packed form. */
final class OperationForm {

    private static final int SLICE = 1;
    private static final int CAST = 2;
    private static final int TO_READONLY = 3;

    /** Stands for a bound of a slice that is left out. */
    private static final long NONE64 = Long.MIN_VALUE;

    /** Stands for a shape that is left out. */
    private static final int NO_SHAPE = 255;

    private static final ToReadonly READONLY = new ToReadonly();

    private OperationForm() {}

    static void writeAll(Writer out, List<ViewOperation> operations) {
        out.u8(operations.size(), 0, Limits.OPERATIONS, "number of operations");
        for (ViewOperation operation : operations) {
            write(out, operation);
        }
    }

    static List<ViewOperation> readAll(Reader in) throws MalformedException {
        ViewOperation[] operations = new ViewOperation[in.u8(0, Limits.OPERATIONS, "number of operations")];
        for (int i = 0; i < operations.length; i++) {
            operations[i] = read(in);
        }
        return List.of(operations);
    }

    private static void write(Writer out, ViewOperation operation) {
        if (operation instanceof Slice slice) {
            out.u8(SLICE);
            bound(out, slice.start());
            bound(out, slice.stop());
            if (slice.step() == 0) {
                throw new IllegalArgumentException("the step of a slice is 0");
            }
            out.i64(slice.step());
        } else if (operation instanceof Cast cast) {
            out.u8(CAST);
            format(out, cast.format());
            if (cast.shape() == null) {
                out.u8(NO_SHAPE);
            } else {
                out.u8(cast.shape().size(), 0, Limits.DIMENSIONS, "number of dimensions");
                extents(out, cast.shape());
            }
        } else if (operation instanceof ToReadonly) {
            out.u8(TO_READONLY);
        } else {
            throw new IllegalArgumentException("there is no packed form of the operation " + operation);
        }
    }

    private static ViewOperation read(Reader in) throws MalformedException {
        return switch (in.u8(SLICE, TO_READONLY, "kind of operation")) {
            case SLICE -> new Slice(bound(in), bound(in), step(in));
            case CAST -> new Cast(format(in), shape(in));
            default -> READONLY;
        };
    }

    static void format(Writer out, char format) {
        if (!Limits.formatCharacter(format)) {
            throw new IllegalArgumentException("a format has the character " + (int) format + ", not 32 to 126");
        }
        out.u8(format);
    }

    static char format(Reader in) throws MalformedException {
        return (char) in.u8(' ', '~', "format");
    }

    /** Writes items along each dimension, without their number. */
    static void extents(Writer out, List<Long> shape) {
        for (long extent : shape) {
            out.i64(extent, 0, Limits.LENGTH, "extent of a dimension");
        }
    }

    static List<Long> extents(Reader in, int dimensions) throws MalformedException {
        Long[] shape = new Long[dimensions];
        for (int i = 0; i < dimensions; i++) {
            shape[i] = in.i64(0, Limits.LENGTH, "extent of a dimension");
        }
        return List.of(shape);
    }

    private static List<Long> shape(Reader in) throws MalformedException {
        int at = in.position();
        int dimensions = in.u8("number of dimensions");
        if (dimensions == NO_SHAPE) {
            return null;
        }
        if (dimensions > Limits.DIMENSIONS) {
            throw new MalformedException(at, Ranges.sentence(dimensions, 0, Limits.DIMENSIONS, "number of dimensions"));
        }
        return extents(in, dimensions);
    }

    private static void bound(Writer out, Long bound) {
        if (bound != null && bound == NONE64) {
            throw new IllegalArgumentException("a bound of a slice is -2^63, which stands for none");
        }
        out.i64(bound == null ? NONE64 : bound);
    }

    private static Long bound(Reader in) throws MalformedException {
        long bound = in.i64("bound of a slice");
        return bound == NONE64 ? null : (Long) bound;
    }

    private static long step(Reader in) throws MalformedException {
        int at = in.position();
        long step = in.i64("step of a slice");
        if (step == 0) {
            throw new MalformedException(at, "the step of a slice is 0");
        }
        return step;
    }
}
