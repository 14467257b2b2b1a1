package io.github.oldbuffer.spec.exporter;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of exporter, each with the word that JSON and reports use and one sentence for people. */
public enum ExporterKind {
    BYTES("bytes", Bytes.class, "bytes, or a subclass of it: one segment, read-only"),
    BYTEARRAY("bytearray", ByteArray.class, "bytearray, or a subclass of it: one segment, writable, resizable"),
    NON_BUFFER("non-buffer", NonBuffer.class, "str, int, None, object, list and other objects without memory to offer"),
    ARRAY("array", Array.class, "array.array of any typecode: one segment of items, writable, resizable"),
    MEMORYVIEW("memoryview", MemoryView.class, "memoryview of any exporter: sliced, cast, made read-only"),
    BYTESIO("bytesio", BytesIoBuffer.class, "io.BytesIO(...).getbuffer(): one writable segment"),
    MMAP("mmap", Mmap.class, "mmap.mmap: writable, read-only or copy-on-write, beyond 2 GiB too"),
    CTYPES("ctypes", Ctypes.class, "ctypes arrays, structures and scalars"),
    PYTHON_CLASS("python-class", PythonClass.class, "a class that defines __buffer__ in Python (3.12 and later)"),
    SCRIPTED("scripted", Scripted.class, "the kit's own type, whose getbuffer does what the scenario says"),
    PYTHON("python", PythonExpression.class, "whatever a Python expression gives; its memory is asked of Python"),
    PICKLE_BUFFER(LibraryType.PICKLE_BUFFER),
    CTYPES_PACKED(LibraryType.CTYPES_PACKED),
    CTYPES_BIG_ENDIAN(LibraryType.CTYPES_BIG_ENDIAN),
    CTYPES_UNION(LibraryType.CTYPES_UNION),
    CTYPES_BIT_FIELDS(LibraryType.CTYPES_BIT_FIELDS),
    CTYPES_NESTED(LibraryType.CTYPES_NESTED),
    CTYPES_FROM_BUFFER(LibraryType.CTYPES_FROM_BUFFER),
    ARRAY_SUBCLASS(LibraryType.ARRAY_SUBCLASS),
    MMAP_SUBCLASS(LibraryType.MMAP_SUBCLASS),
    SHARED_MEMORY(LibraryType.SHARED_MEMORY),
    FROM_MEMORY(LibraryType.FROM_MEMORY),
    FROM_MEMORY_READ(LibraryType.FROM_MEMORY_READ),
    FROM_BUFFER(LibraryType.FROM_BUFFER),
    FROM_BUFFER_READ(LibraryType.FROM_BUFFER_READ),
    CONTIGUOUS_COPY(LibraryType.CONTIGUOUS_COPY),
    MMAP_FILE(LibraryType.MMAP_FILE),
    SUPER_BUFFER(LibraryType.SUPER_BUFFER),
    SUPER_RELEASE(LibraryType.SUPER_RELEASE),
    CTYPES_MATRIX(
            "ctypes-matrix", CtypesMatrix.class, "ctypes arrays of arrays: one writable segment of two dimensions"),
    RAW_ARRAY(LibraryType.RAW_ARRAY),
    CTYPES_BOOL(LibraryType.CTYPES_BOOL);

    /** By the class of the exporter, or by the type of the library: every scenario asks. */
    private static final Map<Object, ExporterKind> KINDS = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(
                    kind -> kind.library == null ? kind.type : kind.library, kind -> kind));

    private final String word;
    private final Class<? extends Exporter> type;
    private final String sentence;
    private final LibraryType library;

    ExporterKind(String word, Class<? extends Exporter> type, String sentence) {
        this.word = word;
        this.type = type;
        this.sentence = sentence;
        this.library = null;
    }

    ExporterKind(LibraryType library) {
        this.word = library.word();
        this.type = Library.class;
        this.sentence = library.sentence();
        this.library = library;
    }

    /** The type of Python's libraries whose objects are of this kind; {@code null} where it is no such kind. */
    public LibraryType library() {
        return library;
    }

    public String word() {
        return word;
    }

    /** What this kind is, in one sentence. */
    public String sentence() {
        return sentence;
    }

    static ExporterKind of(Exporter exporter) {
        return KINDS.get(exporter instanceof Library library ? library.type() : exporter.getClass());
    }
}
