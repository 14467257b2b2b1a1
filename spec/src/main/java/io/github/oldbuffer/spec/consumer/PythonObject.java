package io.github.oldbuffer.spec.consumer;

import java.util.Arrays;
import java.util.Optional;

/** An object that Python code makes, and offers as it is. */
public enum PythonObject {
    BYTES("bytes", Nature.PLAIN, true),
    BYTES_SUBCLASS("bytes subclass", Nature.PLAIN, true),
    BYTEARRAY("bytearray", Nature.PLAIN, false),
    BYTEARRAY_SUBCLASS("bytearray subclass", Nature.PLAIN, false),
    MEMORYVIEW("memoryview", Nature.PLAIN, true),
    MEMORYVIEW_WRITABLE("memoryview of bytearray", Nature.PLAIN, false),
    MEMORYVIEW_SLICE("memoryview slice", Nature.PLAIN, true),
    ARRAY("array of B", Nature.PLAIN, false),
    MMAP("mmap", Nature.PLAIN, false),
    MMAP_READONLY("mmap read-only", Nature.PLAIN, true),
    CTYPES("ctypes c_char", Nature.PLAIN, false),
    BYTESIO("BytesIO.getbuffer", Nature.PLAIN, false),
    PICKLE_BUFFER("PickleBuffer", Nature.PLAIN, false),
    PYTHON_CLASS("class with __buffer__", Nature.PLAIN, false),
    MEMORYVIEW_ROWS("memoryview of two dimensions", Nature.ITEMS, true),
    MEMORYVIEW_H("memoryview of H", Nature.ITEMS, true),
    ARRAY_H("array of H", Nature.ITEMS, false),
    ARRAY_D("array of d", Nature.ITEMS, false),
    CTYPES_H("ctypes c_uint16", Nature.ITEMS, false),
    MEMORYVIEW_STRIDED("memoryview strided", Nature.SCATTERED, false),
    MEMORYVIEW_REVERSED("memoryview reversed", Nature.SCATTERED, true),
    MMAP_LARGE("mmap of 4 GiB and the content", Nature.LARGE, false),
    MEMORYVIEW_RELEASED("memoryview released", Nature.REFUSING, true),
    PYTHON_CLASS_REFUSING("class with __buffer__ that refuses", Nature.REFUSING, true),
    STR("str", Nature.NOTHING, true),
    INT("int", Nature.NOTHING, true),
    NONE("None", Nature.NOTHING, true),
    OBJECT("object", Nature.NOTHING, true),
    LIST("list", Nature.NOTHING, true);

    private final String word;
    private final Nature nature;
    private final boolean readonly;

    PythonObject(String word, Nature nature, boolean readonly) {
        this.word = word;
        this.nature = nature;
        this.readonly = readonly;
    }

    /** What reports and files call it. */
    public String word() {
        return word;
    }

    public Nature nature() {
        return nature;
    }

    /** Whether nobody may write its memory. */
    public boolean readonly() {
        return readonly;
    }

    /** The object that a word means. */
    public static Optional<PythonObject> find(String word) {
        return Arrays.stream(values())
                .filter(object -> object.word.equals(word))
                .findFirst();
    }
}
