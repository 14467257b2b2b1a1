package io.github.oldbuffer.ports.declaration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a type is to a helper, as far as its spelling tells. */
public enum TypeKind {
    OBJECT("PyObject*", "const PyObject*", "_object*", "PyObject *"),
    /** Where a pointer to the memory goes; any type with two stars that is no Python object. */
    POINTER("void**", "const void**", "char**", "const char**", "unsigned char**", "const unsigned char**"),
    POINTER_REFERENCE("void*&", "const void*&", "char*&", "const char*&", "unsigned char*&", "const unsigned char*&"),
    LENGTH(
            "Py_ssize_t*",
            "ssize_t*",
            "size_t*",
            "long*",
            "long int*",
            "unsigned long*",
            "ptrdiff_t*",
            "intptr_t*",
            "int64_t*",
            "uint64_t*",
            "long long*",
            "unsigned long long*"),
    LENGTH_REFERENCE("Py_ssize_t&", "ssize_t&", "size_t&", "long&", "unsigned long&", "ptrdiff_t&", "long long&"),
    /** A length of 32 bits. */
    NARROW_LENGTH("int*", "int32_t*"),
    NARROW_UNSIGNED_LENGTH("unsigned int*", "unsigned*", "uint32_t*"),
    /** Where a helper puts an object that keeps the memory. */
    OWNER("PyObject**", "_object**"),
    VIEW("Py_buffer*"),
    VIEW_REFERENCE("Py_buffer&"),
    ANYTHING("void*"),
    INT("int", "signed int", "signed", "int32_t"),
    SIZE("Py_ssize_t", "ssize_t", "size_t", "long", "long int", "unsigned long", "ptrdiff_t", "long long"),
    BOOL("bool", "_Bool"),
    BYTES("const void*", "char*", "const char*", "unsigned char*", "const unsigned char*"),
    NOTHING("void"),
    UNKNOWN;

    private final List<String> spellings;

    TypeKind(String... spellings) {
        this.spellings = List.of(spellings);
    }

    /** Types of C that are of this kind, for a compiler to compare with. */
    public List<String> spellings() {
        return spellings;
    }

    /**
     * By the spelling alone.
     *
     * @param plain as {@link Parameter#plainType} gives it
     */
    public static Optional<TypeKind> of(String plain) {
        Optional<TypeKind> known = Arrays.stream(values())
                .filter(kind -> kind.spellings.contains(plain))
                .findFirst();
        if (known.isPresent() || plain.startsWith("PyObject") || plain.startsWith("const PyObject")) {
            return known;
        }
        return plain.endsWith("**") && !plain.endsWith("***")
                ? Optional.of(POINTER)
                : plain.endsWith("*&") && !plain.endsWith("**&") ? Optional.of(POINTER_REFERENCE) : Optional.empty();
    }
}
