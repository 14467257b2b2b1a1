package io.github.oldbuffer.spec.facts;

import static io.github.oldbuffer.spec.facts.Support.NO;
import static io.github.oldbuffer.spec.facts.Support.OPEN;
import static io.github.oldbuffer.spec.facts.Support.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.exporter.ViewOperation.ToReadonly;
import io.github.oldbuffer.spec.scenario.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a description says about the object: whether it can be read and written, how long it is, whether it is lawful. */
class SubjectsTests {

    private static final Exporter WRITABLE = new ByteArray(8, 0, false);
    private static final Exporter READ_ONLY = new Bytes(8, 0, false);
    private static final Exporter NO_WRITING = Exporters.refusing(true);
    private static final Exporter NOTHING = Exporters.refusing(false);
    private static final Slice ODD = new Slice(null, null, 2);
    private static final Slice NONE_ODD = new Slice(null, 0L, 2);

    private static MemoryView view(Exporter base, ViewOperation... operations) {
        return new MemoryView(base, List.of(operations));
    }

    private static PythonClass answering(Exporter base, PythonClass.Answer answer, ExceptionType exception) {
        return new PythonClass(base, answer, exception, true);
    }

    static List<Arguments> exporters() {
        return List.of(
                Arguments.of(READ_ONLY, YES, NO, 8L),
                Arguments.of(new Bytes(0, 0, true), YES, NO, 0L),
                Arguments.of(WRITABLE, YES, YES, 8L),
                Arguments.of(new BytesIoBuffer(8, 0), YES, YES, 8L),
                Arguments.of(new NonBuffer(NonBuffer.Kind.STR), NO, NO, 0L),
                Arguments.of(new Array('d', 3, 0), YES, YES, 24L),
                Arguments.of(new Array('u', 3, 0), YES, YES, 12L),
                Arguments.of(new Mmap(Mmap.Access.WRITE, 1L << 33, 0), YES, YES, 1L << 33),
                Arguments.of(new Mmap(Mmap.Access.READ, 5, 0), YES, NO, 5L),
                Arguments.of(new Mmap(Mmap.Access.COPY, 5, 0), YES, YES, 5L),
                Arguments.of(new Ctypes(Ctypes.Shape.ARRAY, 'h', 0, 0), YES, YES, 0L),
                Arguments.of(new Ctypes(Ctypes.Shape.STRUCTURE, 'h', 64, 0), YES, YES, 128L),
                Arguments.of(new Ctypes(Ctypes.Shape.SCALAR, 'q', 1, 0), YES, YES, 8L),
                Arguments.of(view(WRITABLE), YES, YES, 8L),
                Arguments.of(view(WRITABLE, new ToReadonly()), YES, NO, 8L),
                Arguments.of(view(READ_ONLY), YES, NO, 8L),
                Arguments.of(view(WRITABLE, ODD), NO, NO, 4L),
                Arguments.of(view(WRITABLE, NONE_ODD), OPEN, OPEN, 0L),
                Arguments.of(view(READ_ONLY, NONE_ODD), OPEN, NO, 0L),
                Arguments.of(NO_WRITING, YES, NO, 8L),
                Arguments.of(NOTHING, NO, NO, 0L),
                Arguments.of(view(NO_WRITING), YES, OPEN, 8L),
                Arguments.of(view(view(NO_WRITING), new ToReadonly()), YES, NO, 8L),
                Arguments.of(view(view(NO_WRITING), ODD), NO, NO, 4L),
                Arguments.of(answering(view(NO_WRITING), PythonClass.Answer.VIEW, null), YES, OPEN, 8L),
                Arguments.of(answering(NO_WRITING, PythonClass.Answer.VIEW, null), YES, OPEN, 8L),
                Arguments.of(answering(view(WRITABLE, ODD), PythonClass.Answer.VIEW, null), NO, NO, 4L),
                Arguments.of(answering(WRITABLE, PythonClass.Answer.NO_VIEW, null), NO, NO, 0L),
                Arguments.of(answering(WRITABLE, PythonClass.Answer.RAISES, ExceptionType.KEY_ERROR), NO, NO, 0L),
                Arguments.of(Exporters.redirecting(WRITABLE), YES, YES, 8L),
                Arguments.of(Exporters.redirecting(READ_ONLY), YES, NO, 8L),
                Arguments.of(Exporters.redirecting(NO_WRITING), YES, NO, 8L),
                Arguments.of(Exporters.redirecting(view(NO_WRITING)), YES, OPEN, 8L),
                Arguments.of(Exporters.redirectingRefusing(view(NO_WRITING), true), YES, NO, 8L),
                Arguments.of(Exporters.redirectingRefusing(WRITABLE, false), NO, NO, 0L),
                Arguments.of(Exporters.shaped(8, new Geometry(0, 1, null, List.of(4L), null, true)), NO, NO, 4L),
                Arguments.of(Exporters.shaped(8, new Geometry(0, 1, null, List.of(0L), null, true)), OPEN, OPEN, 0L));
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void supportAndLengthFollowFromTheDescription(Exporter exporter, Support read, Support write, long length)
            throws InvalidException {
        Subject subject = Subjects.of(exporter);

        assertEquals(read, subject.readable());
        assertEquals(write, subject.writable());
        assertEquals(length, subject.length());
        assertTrue(subject.lawful());
    }

    @Test
    void requestsThatFollowStridesAreGrantedOnStridedMemory() throws InvalidException {
        Subject strided = Subjects.of(view(READ_ONLY, ODD));
        assertEquals(YES, strided.granted(Request.STRIDES));
        assertEquals(YES, strided.granted(Request.FULL_RO));
        assertEquals(NO, strided.granted(Request.FULL));
        assertEquals(YES, Subjects.of(view(WRITABLE, ODD)).granted(Request.FULL));
        assertEquals(YES, Subjects.of(view(WRITABLE, NONE_ODD)).granted(Request.STRIDES));
    }

    @Test
    void indirectMemoryIsForConsumersThatFollowPointers() throws InvalidException {
        Subject indirect = Subjects.of(Exporters.shaped(8, new Geometry(0, 1, null, List.of(4L), null, true)));
        assertEquals(NO, indirect.granted(Request.STRIDES));
        assertEquals(YES, indirect.granted(Request.FULL_RO));
        assertEquals(YES, indirect.granted(Request.FULL));
    }

    @ParameterizedTest
    @EnumSource(Quirk.class)
    void anExporterIsAsLawfulAsItsQuirk(Quirk quirk) throws InvalidException {
        assertEquals(quirk.lawful(), Subjects.of(Exporters.quirky(quirk)).lawful());
        assertEquals(quirk == Quirk.WIPES_VIEW_ON_RELEASE, quirk.lawful());
    }

    @Test
    void aNullBufferIsLawfulOnlyWithoutBytes() throws InvalidException {
        assertTrue(Subjects.of(Exporters.nullBuffer(0)).lawful());
        assertFalse(Subjects.of(Exporters.nullBuffer(1)).lawful());
    }

    @Test
    void onlyMemoryThatSomebodyMayWriteIsMutable() throws InvalidException {
        assertTrue(Subjects.of(WRITABLE).mutable());
        assertFalse(Subjects.of(READ_ONLY).mutable());
        assertFalse(Subjects.of(new Mmap(Mmap.Access.READ, 5, 0)).mutable());
        assertTrue(Subjects.of(view(WRITABLE, new ToReadonly())).mutable());
        assertTrue(Subjects.of(Scripted.flat(4, 0, true)).mutable());
        assertFalse(Subjects.of(view(READ_ONLY)).mutable());
        assertFalse(
                Subjects.of(answering(READ_ONLY, PythonClass.Answer.VIEW, null)).mutable());
        assertTrue(Subjects.of(Exporters.redirecting(WRITABLE)).mutable());
    }

    @Test
    void anObjectWithoutMemoryIsManySegmentsAndNotReadOnly() throws InvalidException {
        Subject nothing = Subjects.of(NOTHING);
        assertFalse(nothing.hasMemory());
        assertFalse(nothing.readonly());
        assertEquals(Layout.Segments.MANY, nothing.segments());
    }

    @Test
    void aCtypesArrayIsALineAndAnythingElseOneItem() throws InvalidException {
        assertEquals(
                Layout.line(3, 2, "<h", false),
                Subjects.of(new Ctypes(Ctypes.Shape.ARRAY, 'h', 3, 0)).layout());
        assertEquals(
                new Layout(0, 6, "<h", List.of(), List.of(), false, false),
                Subjects.of(new Ctypes(Ctypes.Shape.STRUCTURE, 'h', 3, 0)).layout());
        assertEquals(
                1, Subjects.of(new Ctypes(Ctypes.Shape.STRUCTURE, 'b', 1, 0)).length());
    }

    @Test
    void aResizedArrayKeepsItsItems() throws InvalidException {
        Subject resized = Subjects.of(new Array('h', 3, 0)).resized(20);
        assertEquals(Layout.line(10, 2, "h", false), resized.layout());
        assertEquals(20, resized.memory());
    }
}
