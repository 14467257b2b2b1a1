package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.schema.ExporterShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Exporters like a given one that are easier to read; those of a plainer kind first. */
final class SimplerExporters {

    /** Plain objects that may show the same fault as a contrived one: none, read-only, writable, strided. */
    private static final List<Exporter> PLAIN = List.of(
            new NonBuffer(NonBuffer.Kind.STR),
            new NonBuffer(NonBuffer.Kind.NONE),
            new Bytes(0, 1, false),
            new Bytes(1, 1, false),
            new Bytes(3, 1, false),
            new ByteArray(0, 1, false),
            new ByteArray(1, 1, false),
            new ByteArray(3, 1, false),
            new Array('i', 1, 1),
            new Array('i', 3, 1),
            new MemoryView(new Bytes(3, 1, false), List.of()),
            new MemoryView(new Bytes(3, 1, false), List.of(new ViewOperation.Slice(null, null, 2))),
            new MemoryView(new Bytes(2, 1, false), List.of(new ViewOperation.Slice(null, null, -1))),
            new MemoryView(new ByteArray(3, 1, false), List.of(new ViewOperation.Slice(null, null, 2))),
            Scripted.flat(0, 1, false),
            Scripted.flat(3, 1, false),
            Scripted.flat(3, 1, true));

    private SimplerExporters() {}

    static Stream<Exporter> of(Exporter exporter) {
        if (exporter instanceof PythonExpression) {
            // it is what somebody wants to know about
            return Stream.empty();
        }
        long size = Sizes.of(exporter);
        return Stream.of(PLAIN.stream(), inner(exporter), alike(exporter))
                .flatMap(candidates -> candidates)
                .filter(candidate -> Sizes.of(candidate) < size);
    }

    private static Stream<Exporter> inner(Exporter exporter) {
        if (exporter instanceof MemoryView view) {
            return Stream.of(view.base());
        } else if (exporter instanceof PythonClass python) {
            return Stream.of(python.base());
        } else if (exporter instanceof Scripted scripted && scripted.target() != null) {
            return Stream.of(scripted.target());
        }
        return Stream.empty();
    }

    /** The same kind, with one part made simpler. */
    private static Stream<Exporter> alike(Exporter exporter) {
        if (exporter instanceof MemoryView view) {
            return view(view);
        } else if (exporter instanceof Scripted scripted) {
            return SimplerScripts.of(scripted);
        } else if (exporter instanceof PythonClass python) {
            Stream<Exporter> bases = of(python.base())
                    .map(base -> new PythonClass(base, python.answer(), python.exception(), python.releases()));
            return Stream.concat(bases, ExporterShape.any().simpler(python));
        }
        return ExporterShape.any().simpler(exporter);
    }

    private static Stream<Exporter> view(MemoryView view) {
        List<ViewOperation> operations = view.operations();
        Stream<Exporter> fewer = IntStream.range(0, operations.size()).mapToObj(i -> {
            List<ViewOperation> rest = new ArrayList<>(operations);
            rest.remove(i);
            return new MemoryView(view.base(), rest);
        });
        Stream<Exporter> simpler = IntStream.range(0, operations.size())
                .boxed()
                .flatMap(i -> simpler(operations.get(i)).map(operation -> {
                    List<ViewOperation> changed = new ArrayList<>(operations);
                    changed.set(i, operation);
                    return new MemoryView(view.base(), changed);
                }));
        Stream<Exporter> bases = of(view.base()).map(base -> new MemoryView(base, operations));
        return Stream.of(fewer, bases, simpler).flatMap(candidates -> candidates);
    }

    private static Stream<ViewOperation> simpler(ViewOperation operation) {
        if (operation instanceof ViewOperation.Slice slice) {
            long direction = slice.step() < 0 ? -1 : 1;
            return Stream.of(
                    new ViewOperation.Slice(null, null, slice.step()),
                    new ViewOperation.Slice(null, null, direction),
                    new ViewOperation.Slice(null, null, 2 * direction),
                    new ViewOperation.Slice(slice.start(), null, slice.step()),
                    new ViewOperation.Slice(null, slice.stop(), slice.step()));
        } else if (operation instanceof ViewOperation.Cast cast) {
            return Stream.of(
                    new ViewOperation.Cast('B', null),
                    new ViewOperation.Cast(cast.format(), null),
                    new ViewOperation.Cast('B', cast.shape()));
        }
        return Stream.empty();
    }
}
