package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.CtypesMatrix;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Formats;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Library;
import io.github.oldbuffer.spec.exporter.LibraryType;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.form.Limits;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every exporter that the written forms can tell, sensible or not. */
public final class AnyExporter {

    private AnyExporter() {}

    public static Arbitrary<Exporter> exporter() {
        return exporter(Limits.NESTING);
    }

    /** What stands inside no other exporter. */
    static Arbitrary<Exporter> expression() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(80),
                Arbitraries.strings().withCharRange('\0', '\uD7FF').ofMaxLength(20));
        return Combinators.combine(texts, texts).as(PythonExpression::new);
    }

    private static Arbitrary<Exporter> exporter(int depth) {
        if (depth == 1) {
            return leaf();
        }
        Arbitrary<Exporter> inner = Arbitraries.lazy(() -> exporter(depth - 1));
        return Arbitraries.oneOf(leaf(), leaf(), view(inner), pythonClass(inner), redirecting(inner));
    }

    private static Arbitrary<Exporter> leaf() {
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Arbitraries.oneOf(
                Combinators.combine(solid(), seeds(), flags).as(Bytes::new),
                Combinators.combine(solid(), seeds(), flags).as(ByteArray::new),
                Arbitraries.of(NonBuffer.Kind.class).map(NonBuffer::new),
                Combinators.combine(characters(Array.TYPECODES), items(), seeds())
                        .as((code, items, seed) -> new Array(code, items / Formats.itemSize(code), seed)),
                Combinators.combine(solid(), seeds()).as(BytesIoBuffer::new),
                Combinators.combine(Arbitraries.of(Mmap.Access.class), lengths(1), seeds())
                        .as(Mmap::new),
                Combinators.combine(Arbitraries.of(Ctypes.Shape.class), characters(Ctypes.ELEMENTS), items(), seeds())
                        .as((shape, element, items, seed) ->
                                new Ctypes(shape, element, items / Formats.itemSize(element), seed)),
                Combinators.combine(
                                characters(Ctypes.ELEMENTS),
                                Arbitraries.longs().between(1, 64),
                                Arbitraries.longs().between(1, 100),
                                seeds())
                        .as(CtypesMatrix::new),
                Combinators.combine(Arbitraries.of(LibraryType.class), items(), seeds())
                        .as((type, items, seed) -> new Library(type, items / type.itemsize(), seed)),
                scripted());
    }

    private static Arbitrary<Exporter> view(Arbitrary<Exporter> base) {
        return Combinators.combine(base, operation().list().ofMaxSize(Limits.OPERATIONS))
                .as(MemoryView::new);
    }

    private static Arbitrary<Exporter> pythonClass(Arbitrary<Exporter> base) {
        Arbitrary<ExceptionType> raised = Arbitraries.of(ExceptionType.class);
        return Arbitraries.of(PythonClass.Answer.class)
                .flatMap(answer -> Combinators.combine(
                                base,
                                answer == PythonClass.Answer.RAISES ? raised : raised.injectNull(0.5),
                                Arbitraries.of(true, false))
                        .as((inner, exception, releases) -> new PythonClass(inner, answer, exception, releases)));
    }

    private static Arbitrary<Exporter> redirecting(Arbitrary<Exporter> target) {
        return Combinators.combine(scripted(), target)
                .as((own, other) -> new Scripted(
                        own.memory(),
                        own.seed(),
                        own.geometry(),
                        own.readonly(),
                        own.refusal(),
                        Scripted.Owner.OTHER,
                        other,
                        own.nullBuffer(),
                        own.releases(),
                        own.quirks()));
    }

    private static Arbitrary<Scripted> scripted() {
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        Arbitrary<Scripted.Refusal> refusals = Combinators.combine(flags, Arbitraries.of(ExceptionType.class))
                .as(Scripted.Refusal::new)
                .injectNull(0.5);
        return Combinators.combine(
                        lengths(0),
                        seeds(),
                        geometry().injectNull(0.2),
                        flags,
                        refusals,
                        Arbitraries.of(Scripted.Owner.SELF, Scripted.Owner.NOBODY),
                        Combinators.combine(flags, flags).as(List::of),
                        Arbitraries.of(Quirk.class).set().ofMaxSize(Quirk.values().length))
                .as((memory, seed, geometry, readonly, refusal, owner, two, quirks) -> new Scripted(
                        memory,
                        seed,
                        geometry == null ? Geometry.flat(memory) : geometry,
                        readonly,
                        refusal,
                        owner,
                        null,
                        two.get(0),
                        two.get(1),
                        quirks));
    }

    private static Arbitrary<Geometry> geometry() {
        Arbitrary<String> formats = Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMinLength(1)
                .ofMaxLength(Limits.FORMAT)
                .injectNull(0.3);
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return shape().flatMap(shape -> Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().greaterOrEqual(1),
                        formats,
                        Arbitraries.longs().list().ofSize(shape.size()).injectNull(0.5),
                        flags)
                .as((offset, itemsize, format, strides, indirect) ->
                        new Geometry(offset, itemsize, format, shape, strides, indirect)));
    }

    private static Arbitrary<ViewOperation> operation() {
        Arbitrary<Long> bounds =
                Arbitraries.longs().greaterOrEqual(Long.MIN_VALUE + 1).injectNull(0.3);
        Arbitrary<Long> steps =
                Arbitraries.oneOf(Arbitraries.longs().filter(step -> step != 0), Arbitraries.of(1L, -1L, 2L));
        return Arbitraries.oneOf(
                Combinators.combine(bounds, bounds, steps).as(ViewOperation.Slice::new),
                Combinators.combine(Arbitraries.chars().range(' ', '~'), shape().injectNull(0.5))
                        .as(ViewOperation.Cast::new),
                Arbitraries.just(new ViewOperation.ToReadonly()));
    }

    private static Arbitrary<List<Long>> shape() {
        return lengths(0).list().ofMaxSize(Limits.DIMENSIONS);
    }

    private static Arbitrary<Character> characters(String allowed) {
        return Arbitraries.chars().with(allowed);
    }

    private static Arbitrary<Long> lengths(long least) {
        return Arbitraries.longs().between(least, Limits.LENGTH);
    }

    private static Arbitrary<Long> solid() {
        return Arbitraries.longs().between(0, Limits.SOLID_LENGTH);
    }

    /** Items of a byte each; divided by the size of an item, any number of items. */
    private static Arbitrary<Long> items() {
        return solid();
    }

    private static Arbitrary<Integer> seeds() {
        return Arbitraries.integers().between(0, Limits.SEED);
    }
}
