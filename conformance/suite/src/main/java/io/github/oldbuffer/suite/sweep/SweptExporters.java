package io.github.oldbuffer.suite.sweep;

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
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.exporter.ViewOperation.Cast;
import io.github.oldbuffer.spec.exporter.ViewOperation.Slice;
import io.github.oldbuffer.spec.exporter.ViewOperation.ToReadonly;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The exporters of a sweep: every kind, with every value of every dimension that its kind has. */
final class SweptExporters {
    private static final List<Long> LENGTHS = List.of(0L, 1L, 2L, 64L, 65L, 4_096L);
    private static final long HUGE = (1L << 31) + 5;
    private static final List<Long> ITEMS = List.of(0L, 1L, 5L);
    private static final int SEED = 1;
    /** Divisible by the size of every item. */
    private static final int VIEWED = 24;

    private SweptExporters() {}

    /** All of them, always in the same order. */
    static List<Exporter> all() {
        List<Exporter> all = new ArrayList<>();
        for (NonBuffer.Kind kind : NonBuffer.Kind.values()) {
            all.add(new NonBuffer(kind));
        }
        for (long length : LENGTHS) {
            for (boolean subclass : new boolean[] {false, true}) {
                all.add(new Bytes(length, SEED, subclass));
                all.add(new ByteArray(length, SEED, subclass));
            }
            all.addAll(streams(length));
        }
        for (Mmap.Access access : Mmap.Access.values()) {
            LENGTHS.stream().filter(length -> length > 0).forEach(length -> all.add(new Mmap(access, length, SEED)));
            all.add(new Mmap(access, HUGE, SEED));
        }
        for (char typecode : Array.TYPECODES.toCharArray()) {
            ITEMS.forEach(items -> all.add(new Array(typecode, items, SEED)));
        }
        for (char element : Ctypes.ELEMENTS.toCharArray()) {
            all.add(new Ctypes(Ctypes.Shape.SCALAR, element, 1, SEED));
            all.add(new Ctypes(Ctypes.Shape.STRUCTURE, element, 3, SEED));
            ITEMS.forEach(items -> all.add(new Ctypes(Ctypes.Shape.ARRAY, element, items, SEED)));
        }
        for (LibraryType type : LibraryType.values()) {
            LENGTHS.stream()
                    .filter(length -> length >= type.leastItems())
                    .map(length -> Math.min(length, Pattern.SPARSE_ABOVE / type.itemsize()))
                    .forEach(items -> all.add(new Library(type, items, SEED)));
        }
        for (char element : Ctypes.ELEMENTS.toCharArray()) {
            all.add(new CtypesMatrix(element, 1, 1, SEED));
            all.add(new CtypesMatrix(element, 2, 3, SEED));
        }
        for (Exporter base : bases()) {
            operations().forEach(operations -> all.add(new MemoryView(base, operations)));
        }
        pythonClasses().forEach(all::add);
        SweptScripts.all().forEach(all::add);
        return List.copyOf(all);
    }

    /** The buffer of a stream of each kind. */
    static List<Exporter> streams(long length) {
        return List.of(new BytesIoBuffer(length, SEED));
    }

    private static List<Exporter> bases() {
        List<Exporter> bases = new ArrayList<>(List.of(
                new Bytes(VIEWED, SEED, false), new ByteArray(VIEWED, SEED, false), new Array('B', VIEWED, SEED)));
        bases.addAll(streams(VIEWED));
        bases.addAll(List.of(
                new Mmap(Mmap.Access.WRITE, VIEWED, SEED),
                new Mmap(Mmap.Access.READ, VIEWED, SEED),
                Scripted.flat(VIEWED, SEED, false),
                Scripted.flat(VIEWED, SEED, true)));
        return bases;
    }

    private static List<List<ViewOperation>> operations() {
        List<List<ViewOperation>> shapes = List.of(
                List.of(),
                List.of(new Slice(3L, null, 1)),
                List.of(new Slice(0L, 0L, 1)),
                List.of(new Slice(0L, 1L, 1)),
                List.of(new Slice(null, null, 2)),
                List.of(new Slice(null, null, -1)),
                List.of(new Cast('i', null)),
                List.of(new Cast('d', null)),
                List.of(new Cast('B', List.of(4L, 6L))),
                List.of(new Cast('h', List.of(2L, 3L, 2L))),
                List.of(new Cast('B', List.of(4L, 6L)), new Slice(null, null, 2)),
                List.of(new Cast('B', List.of(4L, 6L)), new Slice(null, null, -1)),
                List.of(new Slice(0L, 8L, 1), new Cast('q', List.of())));
        List<List<ViewOperation>> all = new ArrayList<>(shapes);
        for (List<ViewOperation> shape : shapes) {
            all.add(Stream.concat(shape.stream(), Stream.of(new ToReadonly())).toList());
        }
        return all;
    }

    private static List<Exporter> pythonClasses() {
        List<Exporter> classes = new ArrayList<>();
        for (boolean releases : new boolean[] {false, true}) {
            for (Exporter base : bases()) {
                classes.add(new PythonClass(base, PythonClass.Answer.VIEW, null, releases));
            }
            Exporter base = new Bytes(1, SEED, false);
            Exporter strided = new MemoryView(new ByteArray(VIEWED, SEED, false), List.of(new Slice(null, null, 2)));
            classes.add(new PythonClass(strided, PythonClass.Answer.VIEW, null, releases));
            classes.add(new PythonClass(base, PythonClass.Answer.NO_VIEW, null, releases));
            for (ExceptionType exception : ExceptionType.values()) {
                classes.add(new PythonClass(base, PythonClass.Answer.RAISES, exception, releases));
            }
        }
        return classes;
    }
}
