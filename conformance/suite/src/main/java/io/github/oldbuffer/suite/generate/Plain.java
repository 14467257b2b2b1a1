package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.CtypesMatrix;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonClass.Answer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Recipes for the exporters that Python itself has. */
final class Plain {

    private static final List<LibraryType> WRITABLE_LIBRARIES = libraries(type -> !type.readonly());
    private static final List<LibraryType> READONLY_LIBRARIES = libraries(LibraryType::readonly);
    private static final List<LibraryType> RELEASED_LIBRARIES = libraries(LibraryType::released);

    private Plain() {}

    private static List<LibraryType> libraries(Predicate<LibraryType> wanted) {
        return Stream.of(LibraryType.values()).filter(wanted).toList();
    }

    static Exporter bytes(Choices c) {
        return new Bytes(Lengths.any(c), Lengths.seed(c), c.onceIn(4));
    }

    static Exporter byteArray(Choices c) {
        return new ByteArray(Lengths.any(c), Lengths.seed(c), c.onceIn(4));
    }

    static Exporter array(Choices c) {
        return new Array(c.charOf(Array.TYPECODES), Lengths.any(c) / 2, Lengths.seed(c));
    }

    /** The buffer of a stream. */
    static Exporter stream(Choices c) {
        return new BytesIoBuffer(Lengths.any(c), Lengths.seed(c));
    }

    static Exporter writableMmap(Choices c) {
        Mmap.Access access = c.onceIn(2) ? Mmap.Access.WRITE : Mmap.Access.COPY;
        return new Mmap(access, Lengths.atLeast(1, c), Lengths.seed(c));
    }

    static Exporter readonlyMmap(Choices c) {
        return new Mmap(Mmap.Access.READ, Lengths.atLeast(1, c), Lengths.seed(c));
    }

    static Exporter hugeMmap(Choices c) {
        return new Mmap(c.onceIn(2) ? Mmap.Access.WRITE : Mmap.Access.COPY, Lengths.huge(c), 0);
    }

    static Exporter ctypes(Choices c) {
        char element = c.charOf(Ctypes.ELEMENTS);
        int seed = Lengths.seed(c);
        return switch (c.below(3)) {
            case 0 -> new Ctypes(Ctypes.Shape.SCALAR, element, 1, seed);
            case 1 -> new Ctypes(Ctypes.Shape.STRUCTURE, element, c.between(1, 6), seed);
            default -> new Ctypes(Ctypes.Shape.ARRAY, element, Lengths.any(c) / 2, seed);
        };
    }

    /** An object of a type of Python's libraries, writable or read-only. */
    static Exporter library(boolean readonly, Choices c) {
        if (readonly) {
            return library(c.oneOf(READONLY_LIBRARIES), c);
        }
        int type = c.below(WRITABLE_LIBRARIES.size() + 1);
        return type < WRITABLE_LIBRARIES.size() ? library(WRITABLE_LIBRARIES.get(type), c) : ctypesMatrix(c);
    }

    private static Exporter ctypesMatrix(Choices c) {
        char element = c.charOf(Ctypes.ELEMENTS);
        int rows = c.between(1, 6);
        return new CtypesMatrix(element, rows, 1 + Lengths.any(c) / (8 * rows), Lengths.seed(c));
    }

    /** One that can be released or closed. */
    static Exporter releasedLibrary(Choices c) {
        return library(c.oneOf(RELEASED_LIBRARIES), c);
    }

    private static Exporter library(LibraryType type, Choices c) {
        return new Library(type, type.leastItems() + Lengths.any(c) / type.itemsize(), Lengths.seed(c));
    }

    /** What replacements take by mistake: the text of a str, None for no data. */
    static Exporter oftenTaken(Choices c) {
        return new NonBuffer(c.onceIn(2) ? NonBuffer.Kind.STR : NonBuffer.Kind.NONE);
    }

    static Exporter nonBuffer(Choices c) {
        return new NonBuffer(c.oneOf(List.of(NonBuffer.Kind.values())));
    }

    /** A class whose {@code __buffer__} hands out what the recipe makes. */
    static Exporter pythonClass(Recipe base, Choices c) {
        return new PythonClass(base.make(c), Answer.VIEW, null, c.onceIn(2));
    }

    static Exporter recordingPythonClass(Choices c) {
        return new PythonClass(c.onceIn(2) ? byteArray(c) : bytes(c), Answer.VIEW, null, true);
    }

    static Exporter failingPythonClass(Choices c) {
        Exporter base = new Bytes(c.below(4), 1, false);
        return c.onceIn(3)
                ? new PythonClass(base, Answer.NO_VIEW, null, c.onceIn(2))
                : new PythonClass(base, Answer.RAISES, exception(c), c.onceIn(2));
    }

    static Exporter memoryView(Recipe base, Choices c) {
        return new MemoryView(base.make(c), List.of());
    }

    static ExceptionType exception(Choices c) {
        return c.oneOf(List.of(ExceptionType.values()));
    }
}
