package io.github.oldbuffer.spec.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Descriptions of exporters are values, each of a kind with a word of its own. */
class ExporterTests {

    @Test
    void everyKindOfExporterHasItsWord() {
        Exporter bytes = new Bytes(1, 0, false);
        assertEquals(
                List.of(
                        "bytes",
                        "bytearray",
                        "non-buffer",
                        "array",
                        "memoryview",
                        "bytesio",
                        "mmap",
                        "ctypes",
                        "python-class",
                        "scripted"),
                Stream.of(
                                bytes,
                                new ByteArray(1, 0, false),
                                new NonBuffer(NonBuffer.Kind.INT),
                                new Array('b', 1, 0),
                                new MemoryView(bytes, List.of()),
                                new BytesIoBuffer(1, 0),
                                new Mmap(Mmap.Access.READ, 1, 0),
                                new Ctypes(Ctypes.Shape.SCALAR, 'b', 1, 0),
                                new PythonClass(bytes, PythonClass.Answer.VIEW, null, false),
                                Scripted.flat(1, 0, false))
                        .map(exporter -> exporter.kind().word())
                        .toList());
        assertEquals(
                ExporterKind.values().length,
                Stream.of(ExporterKind.values())
                        .map(ExporterKind::word)
                        .distinct()
                        .count());
        assertTrue(Stream.of(ExporterKind.values())
                .noneMatch(kind -> kind.sentence().isBlank()));
    }

    @Test
    void itemsHaveTheSizesOfLp64() {
        assertEquals(3 * 8, new Array('d', 3, 0).length());
        assertEquals(3 * 4, new Array('u', 3, 0).length());
        assertEquals(3 * 2, new Ctypes(Ctypes.Shape.ARRAY, 'H', 3, 0).length());
        assertEquals(1, Formats.itemSize('?'));
        assertThrows(IllegalArgumentException.class, () -> Formats.itemSize('e'));
        assertTrue(Array.TYPECODES.chars().allMatch(code -> Formats.itemSize((char) code) > 0));
        assertTrue(Ctypes.ELEMENTS.chars().allMatch(code -> Formats.itemSize((char) code) > 0));
        assertTrue(Formats.castable('c'));
        assertFalse(Formats.castable('u'));
    }

    @Test
    void thePatternRepeatsAfterAPrimeAndSparseMemoryIsZero() {
        assertEquals(250, Pattern.at(250, 10, 0));
        assertEquals(0, Pattern.at(250, 10, 1));
        assertEquals(7, Pattern.at(7, 300, 251));
        assertEquals(7, Pattern.at(7, Pattern.SPARSE_ABOVE, 0));
        assertEquals(0, Pattern.at(7, Pattern.SPARSE_ABOVE + 1, 0));
    }

    @ParameterizedTest
    @EnumSource(ExceptionType.class)
    void exceptionsThatAreTypeErrorsSayIt(ExceptionType type) {
        assertEquals(type.pythonName().endsWith("TypeError"), type.isTypeError());
    }

    @Test
    void descriptionsKeepCopiesOfWhatTheyAreGiven() {
        List<Long> shape = new ArrayList<>(List.of(2L));
        List<Long> strides = new ArrayList<>(List.of(1L));
        Geometry geometry = new Geometry(0, 1, null, shape, strides, false);
        Set<Quirk> quirks = EnumSet.of(Quirk.IGNORES_LAYOUT);
        Scripted scripted = new Scripted(2, 0, geometry, false, null, Scripted.Owner.SELF, null, false, true, quirks);
        List<ViewOperation> operations = new ArrayList<>(List.of(new ViewOperation.Cast('B', shape)));
        MemoryView view = new MemoryView(scripted, operations);
        shape.set(0, 9L);
        strides.set(0, 9L);
        quirks.clear();
        operations.clear();
        assertEquals(new Geometry(0, 1, null, List.of(2L), List.of(1L), false), geometry);
        assertEquals(Set.of(Quirk.IGNORES_LAYOUT), scripted.quirks());
        assertEquals(List.of(new ViewOperation.Cast('B', Arrays.asList(2L))), view.operations());
    }
}
