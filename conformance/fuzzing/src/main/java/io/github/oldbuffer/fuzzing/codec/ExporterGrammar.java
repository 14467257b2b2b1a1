package io.github.oldbuffer.fuzzing.codec;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Subjects;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * How exporters are written down, version 1.
 *
 * <p>Each method takes a value to write, or any value of its type where it reads. What a reader makes of bytes that
 * describe nonsense is mended: an inner exporter that cannot be there is replaced, an operation that Python would refuse
 * is left out.
 */
final class ExporterGrammar {

    /** Deeper nesting is cut off by a bytearray; {@link Subjects#MAX_DEPTH} with room for a class around it. */
    private static final int DEEPEST = Subjects.MAX_DEPTH - 1;

    private static final int MOST_OPERATIONS = 16;
    private static final int MOST_FIELDS = 64;
    private static final int MOST_DIMENSIONS_OF_CAST = 8;
    /** Without Python expressions, which may do anything to the machine that a campaign runs on. */
    private static final List<ExporterKind> KINDS = List.copyOf(EnumSet.complementOf(EnumSet.of(ExporterKind.PYTHON)));

    /** Those of versions 1 and 2. */
    private static final List<ExporterKind> FIRST_KINDS =
            List.copyOf(EnumSet.range(ExporterKind.BYTES, ExporterKind.SCRIPTED));

    /** Those of version 3. */
    private static final List<ExporterKind> KINDS_OF_3 =
            KINDS.subList(0, KINDS.indexOf(ExporterKind.MMAP_SUBCLASS) + 1);

    /** Those of version 4. */
    private static final List<ExporterKind> KINDS_OF_4 = KINDS.subList(0, KINDS.indexOf(ExporterKind.MMAP_FILE) + 1);

    private static final List<ExceptionType> EXCEPTIONS = List.of(ExceptionType.values());
    private static final String CASTS = "BbcHhIiLlQqfd";
    private static final Exporter PLAIN = new ByteArray(4, 1, false);

    private ExporterGrammar() {}

    static Exporter exporter(Coder c, Exporter like) {
        return exporter(c, like, 1);
    }

    static ExceptionType exception(Coder c, ExceptionType like) {
        return c.oneOf(EXCEPTIONS, like);
    }

    private static Exporter exporter(Coder c, Exporter given, int depth) {
        List<ExporterKind> kinds =
                c.version() > 4 ? KINDS : c.version() > 3 ? KINDS_OF_4 : c.version() > 2 ? KINDS_OF_3 : FIRST_KINDS;
        Exporter like = kinds.contains(given.kind()) ? given : PLAIN;
        ExporterKind kind = c.oneOf(kinds, like.kind());
        return switch (kind) {
            case BYTES -> bytes(c, like instanceof Bytes bytes ? bytes : new Bytes(0, 0, false));
            case BYTEARRAY -> byteArray(c, like instanceof ByteArray bytes ? bytes : new ByteArray(0, 0, false));
            case NON_BUFFER -> nonBuffer(c, like instanceof NonBuffer some ? some.kindOfObject() : null);
            case ARRAY -> array(c, like instanceof Array array ? array : new Array('B', 0, 0));
            case BYTESIO -> bytesIo(c, like instanceof BytesIoBuffer stream ? stream : new BytesIoBuffer(0, 0));
            case MMAP -> mmap(c, like instanceof Mmap mmap ? mmap : new Mmap(Mmap.Access.WRITE, 1, 0));
            case CTYPES ->
                ctypes(c, like instanceof Ctypes ctypes ? ctypes : new Ctypes(Ctypes.Shape.ARRAY, 'B', 0, 0));
            case MEMORYVIEW -> memoryView(c, like instanceof MemoryView view ? view : null, depth);
            case PYTHON_CLASS -> pythonClass(c, like instanceof PythonClass python ? python : null, depth);
            case SCRIPTED ->
                ScriptedGrammar.scripted(
                        c,
                        like instanceof Scripted scripted ? scripted : Scripted.flat(0, 0, false),
                        target -> inner(c, target, depth));
            case PYTHON -> throw new AssertionError("no Python expression is written down");
            default -> library(c, kind.library(), like instanceof Library library ? library : null);
        };
    }

    private static Exporter bytes(Coder c, Bytes like) {
        return new Bytes(dense(c, like.length()), seed(c, like.seed()), c.flag(like.subclass()));
    }

    private static Exporter byteArray(Coder c, ByteArray like) {
        return new ByteArray(dense(c, like.length()), seed(c, like.seed()), c.flag(like.subclass()));
    }

    private static Exporter nonBuffer(Coder c, NonBuffer.Kind like) {
        return new NonBuffer(c.oneOf(List.of(NonBuffer.Kind.values()), like));
    }

    private static Exporter array(Coder c, Array like) {
        char typecode = character(c, Array.TYPECODES, like.typecode());
        long most = Pattern.SPARSE_ABOVE / Formats.itemSize(typecode);
        return new Array(typecode, c.number(0, most, like.items()), seed(c, like.seed()));
    }

    private static Exporter bytesIo(Coder c, BytesIoBuffer like) {
        return new BytesIoBuffer(dense(c, like.length()), seed(c, like.seed()));
    }

    private static Exporter mmap(Coder c, Mmap like) {
        return new Mmap(
                c.oneOf(List.of(Mmap.Access.values()), like.access()),
                c.number(1, Subjects.MAX_LENGTH, like.length()),
                seed(c, like.seed()));
    }

    private static Exporter ctypes(Coder c, Ctypes like) {
        Ctypes.Shape shape = c.oneOf(List.of(Ctypes.Shape.values()), like.shape());
        char element = character(c, Ctypes.ELEMENTS, like.element());
        long items = switch (shape) {
            case SCALAR -> 1;
            case STRUCTURE -> c.number(1, MOST_FIELDS, like.items());
            case ARRAY -> c.number(0, Pattern.SPARSE_ABOVE / Formats.itemSize(element), like.items());
        };
        return new Ctypes(shape, element, items, seed(c, like.seed()));
    }

    private static Exporter library(Coder c, LibraryType type, Library like) {
        long most = Pattern.SPARSE_ABOVE / type.itemsize();
        long items = like == null ? type.leastItems() : like.items();
        return new Library(type, c.number(type.leastItems(), most, items), seed(c, like == null ? 0 : like.seed()));
    }

    private static Exporter memoryView(Coder c, MemoryView like, int depth) {
        Exporter base = inner(c, like == null ? PLAIN : like.base(), depth);
        List<ViewOperation> given = like == null ? List.of() : like.operations();
        int count = c.integer(0, MOST_OPERATIONS, given.size());
        List<ViewOperation> operations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            operations.add(operation(c, i < given.size() ? given.get(i) : new ViewOperation.ToReadonly()));
            if (!makesSense(new MemoryView(base, operations))) {
                operations.remove(operations.size() - 1);
            }
        }
        return new MemoryView(base, operations);
    }

    private static ViewOperation operation(Coder c, ViewOperation like) {
        int kind = like instanceof ViewOperation.Slice ? 0 : like instanceof ViewOperation.Cast ? 1 : 2;
        switch (c.choice(3, kind)) {
            case 0:
                ViewOperation.Slice slice =
                        like instanceof ViewOperation.Slice given ? given : new ViewOperation.Slice(null, null, 1);
                Long start = bound(c, slice.start());
                Long stop = bound(c, slice.stop());
                long step = c.number(-Subjects.MAX_LENGTH, Subjects.MAX_LENGTH, slice.step());
                return new ViewOperation.Slice(start, stop, step == 0 ? 2 : step);
            case 1:
                ViewOperation.Cast cast =
                        like instanceof ViewOperation.Cast given ? given : new ViewOperation.Cast('B', null);
                char format = character(c, CASTS, cast.format());
                return new ViewOperation.Cast(format, shape(c, cast.shape()));
            default:
                return new ViewOperation.ToReadonly();
        }
    }

    private static Long bound(Coder c, Long like) {
        return c.flag(like != null)
                ? Long.valueOf(c.number(-Subjects.MAX_LENGTH, Subjects.MAX_LENGTH, like == null ? 0 : like))
                : null;
    }

    private static List<Long> shape(Coder c, List<Long> like) {
        if (!c.flag(like != null)) {
            return null;
        }
        List<Long> given = like == null ? List.of() : like;
        int count = c.integer(0, MOST_DIMENSIONS_OF_CAST, given.size());
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shape.add(c.number(0, Subjects.MAX_LENGTH, i < given.size() ? given.get(i) : 1));
        }
        return shape;
    }

    private static Exporter pythonClass(Coder c, PythonClass like, int depth) {
        Exporter base = inner(c, like == null ? PLAIN : like.base(), depth);
        PythonClass.Answer answer =
                c.oneOf(List.of(PythonClass.Answer.values()), like == null ? PythonClass.Answer.VIEW : like.answer());
        ExceptionType exception = answer == PythonClass.Answer.RAISES
                ? exception(c, like == null ? EXCEPTIONS.get(0) : like.exception())
                : null;
        return new PythonClass(base, answer, exception, c.flag(like != null && like.releases()));
    }

    /** An exporter inside another one: lawful, with memory, and not too deep. */
    private static Exporter inner(Coder c, Exporter like, int depth) {
        Exporter inner = depth >= DEEPEST ? PLAIN : exporter(c, like == null ? PLAIN : like, depth + 1);
        return makesSense(new MemoryView(inner, List.of())) ? inner : PLAIN;
    }

    static boolean makesSense(Exporter exporter) {
        try {
            Subjects.of(exporter);
            return true;
        } catch (InvalidException nonsense) {
            return false;
        }
    }

    static int seed(Coder c, int like) {
        return c.integer(0, 250, like);
    }

    private static long dense(Coder c, long like) {
        return c.number(0, Pattern.SPARSE_ABOVE, like);
    }

    private static char character(Coder c, String characters, char like) {
        return characters.charAt(c.choice(characters.length(), Math.max(0, characters.indexOf(like))));
    }
}
