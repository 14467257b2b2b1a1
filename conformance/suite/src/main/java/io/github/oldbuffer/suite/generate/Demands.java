package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.facts.Layout;
import io.github.oldbuffer.spec.facts.Layout.Segments;
import io.github.oldbuffer.spec.facts.Subject;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a property about each sort of object must have seen. */
final class Demands {

    private static final long TWO_GIB = 1L << 31;

    private Demands() {}

    static List<Demand> writable() {
        return all(
                kinds(
                        ExporterKind.BYTEARRAY,
                        ExporterKind.ARRAY,
                        ExporterKind.MEMORYVIEW,
                        ExporterKind.BYTESIO,
                        ExporterKind.MMAP,
                        ExporterKind.CTYPES,
                        ExporterKind.PYTHON_CLASS,
                        ExporterKind.SCRIPTED),
                sizes(),
                guises());
    }

    static List<Demand> readable() {
        return all(
                kinds(
                        ExporterKind.BYTES,
                        ExporterKind.BYTEARRAY,
                        ExporterKind.ARRAY,
                        ExporterKind.MEMORYVIEW,
                        ExporterKind.BYTESIO,
                        ExporterKind.MMAP,
                        ExporterKind.CTYPES,
                        ExporterKind.PYTHON_CLASS,
                        ExporterKind.SCRIPTED),
                sizes(),
                guises(),
                List.of(Demand.object("read-only memory", Subject::readonly)));
    }

    static List<Demand> readOnly() {
        return kinds(
                ExporterKind.BYTES,
                ExporterKind.MEMORYVIEW,
                ExporterKind.MMAP,
                ExporterKind.PYTHON_CLASS,
                ExporterKind.SCRIPTED);
    }

    static List<Demand> noMemory() {
        return all(
                kinds(ExporterKind.NON_BUFFER, ExporterKind.PYTHON_CLASS),
                List.of(refusal("a refusal with TypeError", true), refusal("a refusal with another exception", false)));
    }

    static List<Demand> manySegments() {
        return List.of(
                many("strided memory", layout -> layout.strides().stream().anyMatch(stride -> stride >= 0)),
                many("reversed memory", layout -> layout.strides().stream().anyMatch(stride -> stride < 0)),
                many("Fortran-ordered memory", Demands::fortran),
                many("indirect memory", Layout::indirect));
    }

    static List<Demand> released() {
        return List.of(Demand.step("a released object", step -> step instanceof Step.Release));
    }

    static List<Demand> resizable() {
        return kinds(ExporterKind.BYTEARRAY, ExporterKind.ARRAY);
    }

    static List<Demand> releasable() {
        return kinds(ExporterKind.MEMORYVIEW, ExporterKind.BYTESIO, ExporterKind.MMAP);
    }

    static List<Demand> emptyOdd() {
        return List.of(Demand.object(
                "no bytes with strides of their own",
                subject -> subject.hasMemory() && subject.segments() == Segments.EMPTY_ODD));
    }

    static List<Demand> several() {
        return List.of(Demand.objectsCalled("calls on several objects", 2));
    }

    static List<Demand> wiped() {
        return List.of(Demand.object(
                "a view that its exporter overwrites on release",
                subject -> subject.exporter() instanceof Scripted scripted
                        && scripted.quirks().contains(Quirk.WIPES_VIEW_ON_RELEASE)));
    }

    static List<Demand> owners() {
        return List.of(
                owner("an exporter that is its own owner", Scripted.Owner.SELF),
                owner("a view without an owner", Scripted.Owner.NOBODY),
                owner("a redirection to another object", Scripted.Owner.OTHER),
                Demand.object(
                        "a view of no memory, at NULL",
                        subject -> subject.exporter() instanceof Scripted scripted && scripted.nullBuffer()));
    }

    @SafeVarargs
    static List<Demand> all(List<Demand>... lists) {
        List<Demand> all = new ArrayList<>();
        for (List<Demand> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private static List<Demand> kinds(ExporterKind... kinds) {
        List<Demand> demands = new ArrayList<>();
        for (ExporterKind kind : kinds) {
            demands.add(Demand.object(kind.word(), subject -> subject.exporter().kind() == kind));
        }
        return demands;
    }

    private static List<Demand> sizes() {
        return List.of(
                Demand.object("a few bytes", subject -> subject.length() > 0 && subject.length() <= 64),
                Demand.object("hundreds of bytes", subject -> subject.length() > 64),
                Demand.object("memory beyond 2 GiB", subject -> subject.length() >= TWO_GIB));
    }

    private static List<Demand> guises() {
        return List.of(
                Demand.object(
                        "items wider than a byte",
                        subject -> subject.hasMemory() && subject.layout().itemsize() > 1),
                Demand.object(
                        "several dimensions",
                        subject ->
                                subject.hasMemory() && subject.layout().shape().size() > 1));
    }

    private static Demand many(String name, Predicate<Layout> seen) {
        return Demand.object(
                name,
                subject -> subject.hasMemory() && subject.segments() == Segments.MANY && seen.test(subject.layout()));
    }

    private static boolean fortran(Layout layout) {
        return layout.shape().size() > 1
                && layout.strides().get(0) == layout.itemsize()
                && layout.strides().get(1) > layout.strides().get(0);
    }

    private static Demand refusal(String name, boolean typeError) {
        return Demand.object(
                name,
                subject -> subject.exporter() instanceof Scripted scripted
                        && scripted.refusal() != null
                        && scripted.refusal().exception().isTypeError() == typeError);
    }

    private static Demand owner(String name, Scripted.Owner owner) {
        return Demand.object(
                name, subject -> subject.exporter() instanceof Scripted scripted && scripted.owner() == owner);
    }
}
