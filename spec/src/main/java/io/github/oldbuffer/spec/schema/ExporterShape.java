package io.github.oldbuffer.spec.schema;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.CtypesMatrix;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Subjects;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.shape.Choice;
import io.github.oldbuffer.spec.shape.Choice.Case;
import io.github.oldbuffer.spec.shape.Coded;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Flag;
import io.github.oldbuffer.spec.shape.Letter;
import io.github.oldbuffer.spec.shape.Nested;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Text;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.shape.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An exporter, with those inside it. */
public final class ExporterShape {

    static final Word<ExceptionType> EXCEPTION =
            Word.of(ExceptionType.values(), ExceptionType::pythonName, "exception");

    /** What stands inside another: with memory, lawful, and not too deep; a bytearray where it would be none. */
    static final Coded<Exporter> INNER = (coder, like) -> {
        if (coder.depth() >= Limits.NESTING - 1) {
            return ExporterShape.PLAIN;
        }
        Exporter inner = ExporterShape.EXPORTER.code(coder, like);
        return makesSense(new MemoryView(inner, List.of())) ? inner : ExporterShape.PLAIN;
    };

    private static final Exporter PLAIN = new ByteArray(4, 1, false);

    /**
     * How many kinds choices told in version 1 and 2, in 3 and in 4: corpora of those versions are read by these numbers.
     * Version 5 tells all. Once there is a release with it, who adds a kind says here how many kinds that one told.
     */
    private static final int FIRST_KINDS = 10;

    private static final int KINDS_OF_3 = FIRST_KINDS + LibraryType.MMAP_SUBCLASS.ordinal() + 1;
    private static final int KINDS_OF_4 = FIRST_KINDS + LibraryType.MMAP_FILE.ordinal() + 1;

    /** In the packed form one number stands for all of {@link LibraryType}, while JSON has a word for each. */
    private static final int TAG_OF_LIBRARIES = 12;

    /** An exporter that stands in no other. */
    public static final Shape<Exporter> EXPORTER = new Nested<>(
            "exporter", Limits.NESTING, "exporters nest at most " + Limits.NESTING + " deep", ExporterShape::kinds);

    private static final Choice<Exporter> KINDS = choice();

    private ExporterShape() {}

    /** Any exporter, whatever it stands in. */
    public static Choice<Exporter> any() {
        return KINDS;
    }

    /** The rows of the table of exporters, by number. */
    public static Map<Integer, String> rows() {
        return KINDS.rows();
    }

    /** Whether there can be such an object. */
    static boolean makesSense(Exporter exporter) {
        try {
            Subjects.of(exporter);
            return true;
        } catch (InvalidException nonsense) {
            return false;
        }
    }

    private static Shape<Exporter> kinds() {
        return KINDS;
    }

    private static Choice<Exporter> choice() {
        List<Case<? extends Exporter>> cases = new ArrayList<>(List.of(
                kind(
                        ExporterKind.BYTES,
                        1,
                        Bytes.class,
                        Record.of(Bytes::new, length(Bytes::length), seed(Bytes::seed), subclass(Bytes::subclass))),
                kind(
                        ExporterKind.BYTEARRAY,
                        2,
                        ByteArray.class,
                        Record.of(
                                ByteArray::new,
                                length(ByteArray::length),
                                seed(ByteArray::seed),
                                subclass(ByteArray::subclass))),
                kind(
                        ExporterKind.NON_BUFFER,
                        3,
                        NonBuffer.class,
                        Record.one(
                                NonBuffer::new,
                                Field.of(
                                        "object",
                                        NonBuffer::kindOfObject,
                                        Word.of(NonBuffer.Kind.values(), "kind of object")))),
                kind(ExporterKind.ARRAY, 4, Array.class, array()),
                kind(
                        ExporterKind.MEMORYVIEW,
                        5,
                        MemoryView.class,
                        memoryView(
                                inside("base", MemoryView::base),
                                Field.of("operations", MemoryView::operations, OperationShape.OPERATIONS)
                                        .or(List.of()))),
                kind(
                        ExporterKind.BYTESIO,
                        6,
                        BytesIoBuffer.class,
                        Record.of(BytesIoBuffer::new, length(BytesIoBuffer::length), seed(BytesIoBuffer::seed))),
                kind(
                        ExporterKind.MMAP,
                        7,
                        Mmap.class,
                        Record.of(
                                Mmap::new,
                                Field.of("access", Mmap::access, Word.of(Mmap.Access.values(), "access"))
                                        .kept(),
                                Field.of("length", Mmap::length, new Whole(1, Limits.LENGTH, "length")),
                                seed(Mmap::seed))),
                kind(ExporterKind.CTYPES, 8, Ctypes.class, ctypes()),
                kind(ExporterKind.PYTHON_CLASS, 9, PythonClass.class, pythonClass()),
                kind(ExporterKind.SCRIPTED, 10, Scripted.class, ScriptedShape.SCRIPTED),
                kind(ExporterKind.PYTHON, 11, PythonExpression.class, expression()),
                Case.inPacked(TAG_OF_LIBRARIES, Library.class, anyLibrary())));
        for (ExporterKind each : ExporterKind.values()) {
            if (each.library() != null) {
                cases.add(Case.inJson(each.word(), Library.class, library(each.library()))
                        .when(library -> library.type() == each.library()));
            }
        }
        cases.add(kind(ExporterKind.CTYPES_MATRIX, 13, CtypesMatrix.class, matrix()));
        return new Choice<>("kind", "kind of exporter", cases)
                .telling(told(cases), FIRST_KINDS, FIRST_KINDS, KINDS_OF_3, KINDS_OF_4);
    }

    /**
     * In the order of {@link ExporterKind}, so that a new type of a library comes behind all that corpora know. No Python
     * expression, which may do anything to the machine of who runs what fuzzers choose.
     */
    private static List<Case<? extends Exporter>> told(List<Case<? extends Exporter>> cases) {
        List<Case<? extends Exporter>> told = new ArrayList<>();
        for (ExporterKind kind : ExporterKind.values()) {
            for (Case<? extends Exporter> each : cases) {
                if (kind != ExporterKind.PYTHON && kind.word().equals(each.word())) {
                    told.add(each);
                }
            }
        }
        return told;
    }

    /** @param tag its number in the packed form, one more than that of the kind that came before it */
    private static <T extends Exporter> Case<T> kind(ExporterKind kind, int tag, Class<T> type, Record<T> record) {
        return Case.of(kind.word(), tag, type, record);
    }

    private static Record<Array> array() {
        Field<Array, Character> typecode =
                Field.of("typecode", Array::typecode, Letter.of(Array.TYPECODES, "typecode"));
        return Record.of(
                Array::new,
                typecode,
                Field.of("items", Array::items, items(1)).as(given -> items(given.get(typecode))),
                seed(Array::seed));
    }

    private static Record<Ctypes> ctypes() {
        Field<Ctypes, Ctypes.Shape> shape =
                Field.of("shape", Ctypes::shape, Word.of(Ctypes.Shape.values(), "ctypes shape"));
        Field<Ctypes, Character> element = Field.of("element", Ctypes::element, Letter.of(Ctypes.ELEMENTS, "element"));
        return Record.of(
                Ctypes::new,
                shape,
                element,
                Field.of("items", Ctypes::items, items(1))
                        .as(given -> items(given.get(element)))
                        .within(given -> switch (given.get(shape)) {
                            case SCALAR -> Coded.only(1L);
                            case STRUCTURE -> new Whole(1, Limits.FIELDS, "number of items");
                            case ARRAY -> items(given.get(element));
                        }),
                seed(Ctypes::seed));
    }

    private static Record<CtypesMatrix> matrix() {
        Field<CtypesMatrix, Character> element =
                Field.of("element", CtypesMatrix::element, Letter.of(Ctypes.ELEMENTS, "element"));
        Field<CtypesMatrix, Long> rows = Field.of("rows", CtypesMatrix::rows, items(1, 1))
                .as(given -> items(1, Formats.itemSize(given.get(element))));
        return Record.of(
                CtypesMatrix::new,
                element,
                rows,
                Field.of("columns", CtypesMatrix::columns, items(1, 1))
                        .as(given -> items(1, Formats.itemSize(given.get(element)) * given.get(rows))),
                seed(CtypesMatrix::seed));
    }

    private static Record<MemoryView> memoryView(
            Field<MemoryView, Exporter> base, Field<MemoryView, List<ViewOperation>> operations) {
        Field<MemoryView, List<ViewOperation>> possible = operations.within(given -> (coder, like) ->
                OperationShape.OPERATIONS.code(coder, like, some -> makesSense(new MemoryView(given.get(base), some))));
        return Record.of(MemoryView::new, base, possible).packing(possible, base);
    }

    private static Record<PythonClass> pythonClass() {
        Field<PythonClass, Exporter> base = inside("base", PythonClass::base);
        Field<PythonClass, PythonClass.Answer> answer = Field.of(
                        "answer", PythonClass::answer, Word.of(PythonClass.Answer.values(), "answer"))
                .or(PythonClass.Answer.VIEW);
        Field<PythonClass, ExceptionType> exception = Field.of(
                        "exception", PythonClass::exception, EXCEPTION.orNone("exception"))
                .or(null)
                .neededWhere(
                        given -> given.get(answer) == PythonClass.Answer.RAISES,
                        "a Python class raises, but no exception is named")
                .within(given -> given.get(answer) == PythonClass.Answer.RAISES ? EXCEPTION : Coded.only(null));
        Field<PythonClass, Boolean> releases = Field.of("releases", PythonClass::releases, new Flag("flag releases"))
                .or(true)
                .simplest(false);
        return Record.of(PythonClass::new, base, answer, exception, releases)
                .packing(answer, exception, releases, base);
    }

    private static Record<PythonExpression> expression() {
        return Record.of(
                PythonExpression::new,
                Field.of(
                        "expression",
                        PythonExpression::expression,
                        Nested.outermost(
                                new Text(PythonExpression.MOST_BYTES, "expression"),
                                "what a Python expression gives stands inside no other exporter")),
                Field.of("setup", PythonExpression::setup, new Text(PythonExpression.MOST_BYTES, "setup"))
                        .or(""));
    }

    private static Record<Library> anyLibrary() {
        Field<Library, LibraryType> type =
                Field.of("type", Library::type, Word.of(LibraryType.values(), "type of a library"));
        return Record.of(
                Library::new,
                type,
                Field.of("items", Library::items, items(1))
                        .as(given -> items(given.get(type).itemsize())),
                seed(Library::seed));
    }

    private static Record<Library> library(LibraryType type) {
        return Record.of(
                (items, seed) -> new Library(type, items, seed),
                Field.of("items", Library::items, items(type.itemsize()))
                        .within(given -> items(type.leastItems(), type.itemsize())),
                seed(Library::seed));
    }

    /** The seed of an object's contents. */
    static <T> Field<T, Integer> seed(Function<T, Integer> seed) {
        return Field.of("seed", seed, Small.of(Width.U8, 0, Limits.SEED, "seed"))
                .or(0)
                .simplest(1);
    }

    private static <T> Field<T, Exporter> inside(String name, Function<T, Exporter> inner) {
        return Field.of(name, inner, EXPORTER).within(given -> INNER);
    }

    private static <T> Field<T, Long> length(Function<T, Long> length) {
        return Field.of("length", length, new Whole(0, Limits.SOLID_LENGTH, "length"));
    }

    private static <T> Field<T, Boolean> subclass(Function<T, Boolean> subclass) {
        return Field.of("subclass", subclass, new Flag("subclass")).or(false);
    }

    private static Shape<Long> items(char format) {
        return items(Formats.itemSize(format));
    }

    /** A number of items of so many bytes each: what memory that cannot be sparse holds. */
    private static Shape<Long> items(int itemsize) {
        return items(0, itemsize);
    }

    private static Shape<Long> items(int least, long itemsize) {
        return new Whole(least, Limits.SOLID_LENGTH / itemsize, "number of items");
    }
}
