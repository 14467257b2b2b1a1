package io.github.oldbuffer.spec.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Descriptions of objects that nobody could make are refused in one sentence. */
class SenselessExporterTests {

    private static final Exporter BYTES = new Bytes(4, 0, false);
    private static final String DENSE = "a length is 0 to 65536 bytes";
    private static final String SEED = "a seed is 0 to 250";
    private static final String OWN = "an exporter that redirects has no memory and no quirks of its own";

    private static Exporter python(Exporter base, PythonClass.Answer answer, ExceptionType exception) {
        return new PythonClass(base, answer, exception, false);
    }

    private static Exporter view(Exporter base) {
        return new MemoryView(base, List.of());
    }

    private static Exporter redirecting(
            long memory, Geometry geometry, boolean readonly, boolean nullBuffer, Set<Quirk> quirks) {
        return new Scripted(memory, 0, geometry, readonly, null, Scripted.Owner.OTHER, BYTES, nullBuffer, true, quirks);
    }

    private static Exporter scripted(long memory, int seed, Exporter target, Scripted.Owner owner) {
        return new Scripted(memory, seed, Geometry.flat(0), false, null, owner, target, false, true, Set.of());
    }

    private static Exporter nested(int depth) {
        return depth == 1 ? BYTES : view(nested(depth - 1));
    }

    static List<Arguments> senseless() {
        Geometry none = Geometry.flat(0);
        ViewOperation readonly = new ViewOperation.ToReadonly();
        return List.of(
                Arguments.of(new Bytes(-1, 0, false), DENSE),
                Arguments.of(new Bytes(65_537, 0, false), DENSE),
                Arguments.of(new Bytes(1, -1, false), SEED),
                Arguments.of(new Bytes(1, 251, false), SEED),
                Arguments.of(new ByteArray(Long.MIN_VALUE, 0, false), DENSE),
                Arguments.of(new BytesIoBuffer(Long.MAX_VALUE, 0), DENSE),
                Arguments.of(new Array('x', 1, 0), "array has no typecode 'x'"),
                Arguments.of(new Array('d', 8193, 0), DENSE),
                Arguments.of(new Array('d', 1L << 61, 0), DENSE),
                Arguments.of(new Array('d', -1, 0), DENSE),
                Arguments.of(new Mmap(Mmap.Access.READ, 0, 0), "an mmap has a length from 1 to 2^40 bytes"),
                Arguments.of(
                        new Mmap(Mmap.Access.READ, (1L << 40) + 1, 0), "an mmap has a length from 1 to 2^40 bytes"),
                Arguments.of(new Ctypes(Ctypes.Shape.ARRAY, 'c', 1, 0), "ctypes has no element 'c'"),
                Arguments.of(new Ctypes(Ctypes.Shape.ARRAY, 'd', 8193, 0), DENSE),
                Arguments.of(new Ctypes(Ctypes.Shape.ARRAY, 'd', 1L << 61, 0), DENSE),
                Arguments.of(new Ctypes(Ctypes.Shape.STRUCTURE, 'd', 0, 0), "a ctypes structure has 1 to 64 fields"),
                Arguments.of(new Ctypes(Ctypes.Shape.STRUCTURE, 'd', 65, 0), "a ctypes structure has 1 to 64 fields"),
                Arguments.of(new Ctypes(Ctypes.Shape.SCALAR, 'd', 2, 0), "a ctypes scalar has 1 item"),
                Arguments.of(
                        new MemoryView(BYTES, Collections.nCopies(17, readonly)),
                        "a memoryview has at most 16 operations"),
                Arguments.of(
                        view(new NonBuffer(NonBuffer.Kind.INT)), "a memoryview needs an exporter with memory inside"),
                Arguments.of(view(Exporters.refusing(false)), "a memoryview needs an exporter with memory inside"),
                Arguments.of(
                        view(Exporters.quirky(Quirk.LENGTH_IN_ITEMS)), "a memoryview needs a lawful exporter inside"),
                Arguments.of(
                        view(Exporters.nullBuffer(0)),
                        "a memoryview needs an exporter inside whose buffer is not NULL"),
                Arguments.of(
                        python(new NonBuffer(NonBuffer.Kind.INT), PythonClass.Answer.NO_VIEW, null),
                        "a __buffer__ method needs an exporter with memory inside"),
                Arguments.of(
                        python(BYTES, PythonClass.Answer.RAISES, null),
                        "a __buffer__ method has an exception exactly where it raises"),
                Arguments.of(
                        python(BYTES, PythonClass.Answer.VIEW, ExceptionType.KEY_ERROR),
                        "a __buffer__ method has an exception exactly where it raises"),
                Arguments.of(
                        Exporters.redirecting(Exporters.refusing(false)),
                        "a redirection needs an exporter with memory inside"),
                Arguments.of(Exporters.redirecting(null), "an exporter that redirects has a target"),
                Arguments.of(redirecting(1, none, false, false, Set.of()), OWN),
                Arguments.of(redirecting(0, none, true, false, Set.of()), OWN),
                Arguments.of(redirecting(0, none, false, true, Set.of()), OWN),
                Arguments.of(redirecting(0, none, false, false, Set.of(Quirk.IGNORES_LAYOUT)), OWN),
                Arguments.of(
                        redirecting(0, Geometry.flat(1), false, false, Set.of()),
                        "an exporter that redirects has an empty geometry"),
                Arguments.of(
                        scripted(0, 0, BYTES, Scripted.Owner.SELF), "an exporter has a target only where it redirects"),
                Arguments.of(
                        scripted(0, 0, BYTES, Scripted.Owner.NOBODY),
                        "an exporter has a target only where it redirects"),
                Arguments.of(scripted(-1, 0, null, Scripted.Owner.SELF), "a memory has 0 to 2^40 bytes"),
                Arguments.of(scripted((1L << 40) + 1, 0, null, Scripted.Owner.SELF), "a memory has 0 to 2^40 bytes"),
                Arguments.of(scripted(0, -1, null, Scripted.Owner.SELF), SEED),
                Arguments.of(scripted(0, 251, null, Scripted.Owner.SELF), SEED),
                Arguments.of(nested(9), "exporters nest at most 8 deep"));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void isRefusedInOneSentence(Exporter exporter, String sentence) {
        InvalidException refused = assertThrows(InvalidException.class, () -> Subjects.of(exporter));
        assertEquals(sentence, refused.getMessage());
    }

    @Test
    void theGreatestIsTaken() throws InvalidException {
        assertEquals(4, Subjects.of(nested(8)).length());
        assertEquals(65_536, Subjects.of(new Array('d', 8192, 250)).length());
        assertEquals(1L << 40, Subjects.of(Scripted.flat(1L << 40, 0, false)).length());
        assertEquals(
                1L << 40, Subjects.of(new Mmap(Mmap.Access.COPY, 1L << 40, 0)).length());
        ViewOperation readonly = new ViewOperation.ToReadonly();
        assertEquals(
                4,
                Subjects.of(new MemoryView(BYTES, Collections.nCopies(16, readonly)))
                        .length());
    }
}
