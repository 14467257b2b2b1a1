package io.github.oldbuffer.spec.exporter;

import java.util.Set;

/**
 * Types of Python's libraries, and makers of Python's C API, whose objects are one segment of bytes that the kit lays
 * down.
 *
 * <p>A kind of exporter each; {@code born_source.c} has the same expressions, in the same order.
 */
public enum LibraryType {
    /** Hands out what the object that it was made of does. */
    PICKLE_BUFFER(
            "pickle-buffer",
            "pickle.PickleBuffer of a bytearray: one writable segment",
            1,
            0,
            "B",
            "__import__('pickle').PickleBuffer",
            "kind(bytearray(data))"),

    /** Structures without padding, whose items are odd. */
    CTYPES_PACKED(
            "ctypes-packed",
            "array of ctypes structures without padding, of 11 bytes each: one writable segment",
            11,
            0,
            "T{(3)<B:tag:<Q:value:}",
            "(lambda c: type('Packed', (c.LittleEndianStructure,), {'_pack_': 1, '_layout_': 'ms', '_fields_': [('tag', c.c_ubyte * 3), ('value', c.c_uint64)]}))(__import__('ctypes'))",
            "(kind * (len(data) // 11)).from_buffer_copy(data)"),

    /** Structures in the byte order that is not the machine's. */
    CTYPES_BIG_ENDIAN(
            "ctypes-big-endian",
            "array of ctypes structures in big-endian byte order, of 8 bytes each: one writable segment",
            8,
            0,
            "T{>i:x:>h:y:2x}",
            "(lambda c: type('Big', (c.BigEndianStructure,), {'_fields_': [('x', c.c_int32), ('y', c.c_int16)]}))(__import__('ctypes'))",
            "(kind * (len(data) // 8)).from_buffer_copy(data)"),

    /** Whose fields share their memory. */
    CTYPES_UNION(
            "ctypes-union",
            "array of ctypes unions, of 8 bytes each: one writable segment",
            8,
            0,
            "B",
            "(lambda c: type('Either', (c.Union,), {'_fields_': [('x', c.c_int), ('b', c.c_ubyte * 8)]}))(__import__('ctypes'))",
            "(kind * (len(data) // 8)).from_buffer_copy(data)"),

    /** Whose fields are not whole bytes. */
    CTYPES_BIT_FIELDS(
            "ctypes-bit-fields",
            "array of ctypes structures with bit fields, of 4 bytes each: one writable segment",
            4,
            0,
            "T{<i:x:<i:y:}",
            "(lambda c: type('Bits', (c.Structure,), {'_fields_': [('x', c.c_int, 3), ('y', c.c_int, 5)]}))(__import__('ctypes'))",
            "(kind * (len(data) // 4)).from_buffer_copy(data)"),

    /** Structures inside structures, with padding. */
    CTYPES_NESTED(
            "ctypes-nested",
            "array of ctypes structures in structures, of 24 bytes each: one writable segment",
            24,
            0,
            "T{<h:a:6xT{<b:b:7x<d:c:}:in:}",
            "(lambda c: type('Outer', (c.Structure,), {'_fields_': [('a', c.c_short), ('inner', type('Inner', (c.Structure,), {'_fields_': [('b', c.c_byte), ('c', c.c_double)]}))]}))(__import__('ctypes'))",
            "(kind * (len(data) // 24)).from_buffer_copy(data)"),

    /** Over the memory of another object, which it keeps from moving. */
    CTYPES_FROM_BUFFER(
            "ctypes-from-buffer",
            "ctypes array over the memory of a bytearray: one writable segment",
            1,
            0,
            "<B",
            "__import__('ctypes').c_ubyte",
            "(kind * len(data)).from_buffer(bytearray(data))"),

    /** An instance of a class derived from array.array. */
    ARRAY_SUBCLASS(
            "array-subclass",
            "array.array of a subclass: one writable segment",
            2,
            0,
            "h",
            "type('ArraySubclass', (__import__('array').array,), {})",
            "kind('h', data)"),

    /** An instance of a class derived from mmap.mmap. */
    MMAP_SUBCLASS(
            "mmap-subclass",
            "mmap.mmap of a subclass: one writable segment",
            1,
            1,
            "B",
            "type('MmapSubclass', (__import__('mmap').mmap,), {})",
            "(lambda made: (made.write(data), made)[1])(kind(-1, len(data)))",
            Trait.RELEASED),

    /**
     * Without a name and a descriptor from the start: what {@code __del__} would close lives as long as the memoryview. The
     * tracker would start a process that removes what is removed already.
     */
    SHARED_MEMORY(
            "shared-memory",
            "multiprocessing.shared_memory.SharedMemory(...).buf: one writable segment",
            1,
            1,
            "B",
            "(lambda m, t: (setattr(t, 'register', lambda *a: None), setattr(t, 'unregister', lambda *a: None), type('Kept', (m.SharedMemory,), {'__del__': lambda s: None}), __import__('_posixshmem').shm_open)[2])(__import__('multiprocessing.shared_memory').shared_memory, __import__('multiprocessing.resource_tracker').resource_tracker)",
            "(lambda s: (s.unlink(), __import__('os').close(s._fd), s.buf.__setitem__(slice(0, len(data)), data), s.buf)[3])(kind(create=True, size=len(data)))",
            Trait.RELEASED),

    /** Over memory of C, which no object owns. */
    FROM_MEMORY(
            "from-memory",
            "PyMemoryView_FromMemory of memory that C owns, PyBUF_WRITE: one writable segment",
            1,
            0,
            "B",
            "from_memory",
            "kind(data, 1)",
            Trait.RELEASED,
            Trait.OF_C),

    /** The same, to be read only, though the memory can be written. */
    FROM_MEMORY_READ(
            "from-memory-read",
            "PyMemoryView_FromMemory of memory that C owns, PyBUF_READ: one read-only segment",
            1,
            0,
            "B",
            "from_memory",
            "kind(data, 0)",
            Trait.RELEASED,
            Trait.OF_C,
            Trait.READ_ONLY),

    /** Of a Py_buffer that C filled in, without an owner. */
    FROM_BUFFER(
            "from-buffer",
            "PyMemoryView_FromBuffer of a Py_buffer without an owner: one writable segment",
            1,
            0,
            "B",
            "from_buffer",
            "kind(data, 0)",
            Trait.RELEASED,
            Trait.OF_C),

    /** The same, to be read only. */
    FROM_BUFFER_READ(
            "from-buffer-read",
            "PyMemoryView_FromBuffer of a read-only Py_buffer without an owner: one read-only segment",
            1,
            0,
            "B",
            "from_buffer",
            "kind(data, 1)",
            Trait.RELEASED,
            Trait.OF_C,
            Trait.READ_ONLY),

    /** The copy that C makes of memory that is scattered; of no bytes it makes none. */
    CONTIGUOUS_COPY(
            "contiguous-copy",
            "PyMemoryView_GetContiguous of every second byte of a bytes: one read-only segment",
            1,
            1,
            "B",
            "contiguous",
            "(lambda spread: (spread.__setitem__(slice(None, None, 2), data), kind(memoryview(bytes(spread))[::2]))[1])(bytearray(2 * len(data)))",
            Trait.RELEASED,
            Trait.OF_C,
            Trait.READ_ONLY),

    /** Which can be resized, as memory without a file cannot everywhere; and not where there is no mremap. */
    MMAP_FILE(
            "mmap-file",
            "mmap.mmap of a file without a name: one writable segment, resizable",
            1,
            1,
            "B",
            "(lambda m: (lambda file: (file.write(bytes(9)), file.flush(), m.mmap(file.fileno(), 9).resize(10), m.mmap)[3])((lambda os: os.fdopen(os.memfd_create('oldbuffer'), 'w+b') if hasattr(os, 'memfd_create') else __import__('tempfile').TemporaryFile())(__import__('os'))))(__import__('mmap'))",
            "(lambda file: (file.write(data), file.flush(), kind(file.fileno(), len(data)))[2])((lambda os: os.fdopen(os.memfd_create('oldbuffer'), 'w+b') if hasattr(os, 'memfd_create') else __import__('tempfile').TemporaryFile())(__import__('os')))",
            Trait.RELEASED,
            Trait.RESIZED),

    /** Whose class has a {@code __buffer__} that hands on to the one of bytearray. */
    SUPER_BUFFER(
            "super-buffer",
            "bytearray of a subclass whose __buffer__ calls the one of bytearray: one writable segment, resizable",
            1,
            0,
            "B",
            "(bytes.__buffer__, type('SuperBuffer', (bytearray,), {'__buffer__': lambda s, flags: bytearray.__buffer__(s, flags)}))[1]",
            "kind(data)",
            Trait.RESIZED),

    /** The same, whose class has a {@code __release_buffer__} too. */
    SUPER_RELEASE(
            "super-release",
            "the same, whose __release_buffer__ calls the one of bytearray, too: one writable segment, resizable",
            1,
            0,
            "B",
            "(bytes.__buffer__, type('SuperRelease', (bytearray,), {'__buffer__': lambda s, flags: bytearray.__buffer__(s, flags), '__release_buffer__': lambda s, view: bytearray.__release_buffer__(s, view)}))[1]",
            "kind(data)",
            Trait.RESIZED),

    /** A ctypes array that keeps a piece of a shared heap; from one piece to the next the heap keeps its mapping. */
    RAW_ARRAY(
            "raw-array",
            "multiprocessing.sharedctypes.RawArray('h', ...): one writable segment",
            2,
            0,
            "<h",
            "__import__('multiprocessing.sharedctypes').sharedctypes.RawArray",
            "(lambda made: (__import__('ctypes').memmove(made, data, len(data)), made)[1])(kind('h', len(data) // 2))"),

    /** Whose items are truth values, whatever their bytes. */
    CTYPES_BOOL(
            "ctypes-bool",
            "ctypes array of c_bool: one writable segment",
            1,
            0,
            "<?",
            "__import__('ctypes').c_bool",
            "(kind * len(data)).from_buffer_copy(data)");

    private enum Trait {
        /** Its memory is offered for reading alone. */
        READ_ONLY,
        /** The C API makes it, and Python code cannot. */
        OF_C,
        /** It can be released or closed, unless it is exported. */
        RELEASED,
        /** It can be resized, unless it is exported. */
        RESIZED
    }

    private final String word;
    private final String sentence;
    private final int itemsize;
    private final int leastItems;
    private final String format;
    private final String type;
    private final String object;
    private final Set<Trait> traits;

    /**
     * @param type the expression of the type
     * @param object the expression of an object, of {@code kind}, the type, and {@code data}, its bytes
     */
    LibraryType(
            String word,
            String sentence,
            int itemsize,
            int leastItems,
            String format,
            String type,
            String object,
            Trait... traits) {
        this.word = word;
        this.sentence = sentence;
        this.itemsize = itemsize;
        this.leastItems = leastItems;
        this.format = format;
        this.type = type;
        this.object = object;
        this.traits = Set.of(traits);
    }

    /** The word that JSON and reports use. */
    public String word() {
        return word;
    }

    /** What it is, in one sentence. */
    public String sentence() {
        return sentence;
    }

    /** Bytes of an item. */
    public int itemsize() {
        return itemsize;
    }

    /** How few items there may be. */
    public int leastItems() {
        return leastItems;
    }

    /** Whether its memory is offered for reading alone. */
    public boolean readonly() {
        return traits.contains(Trait.READ_ONLY);
    }

    /** Whether the C API makes it, and Python code cannot. */
    public boolean ofC() {
        return traits.contains(Trait.OF_C);
    }

    /** Whether it can be released or closed, unless it is exported. */
    public boolean released() {
        return traits.contains(Trait.RELEASED);
    }

    /** Whether it can be resized, unless it is exported. */
    public boolean resized() {
        return traits.contains(Trait.RESIZED);
    }

    /** In the syntax of the struct module, more or less: nothing hangs on the insides of structures. */
    public String format() {
        return format;
    }

    /** The expression of the type, in Python. */
    public String typeExpression() {
        return type;
    }

    /** The expression of an object in Python, in which {@code kind} is the type and {@code data} its bytes. */
    public String objectExpression() {
        return object;
    }
}
