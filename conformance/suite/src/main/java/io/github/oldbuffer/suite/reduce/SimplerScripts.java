package io.github.oldbuffer.suite.reduce;

import static io.github.oldbuffer.suite.reduce.SimplerSteps.numbers;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.Scripted.Owner;
import io.github.oldbuffer.spec.exporter.Scripted.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Scripted exporters like a given one that are easier to read. */
final class SimplerScripts {

    private static final List<Geometry> PLAIN_GEOMETRIES = List.of(
            Geometry.flat(0),
            Geometry.flat(1),
            Geometry.flat(3),
            new Geometry(0, 1, null, List.of(2L), List.of(2L), false),
            new Geometry(1, 1, null, List.of(2L), List.of(-1L), false),
            new Geometry(0, 1, null, List.of(2L, 2L), List.of(1L, 2L), false),
            new Geometry(0, 1, null, List.of(1L), null, true));

    private SimplerScripts() {}

    static Stream<Exporter> of(Scripted s) {
        return Stream.of(
                        without(s),
                        targets(s),
                        PLAIN_GEOMETRIES.stream().map(geometry -> at(s, geometry, memory(geometry))),
                        geometries(s),
                        numbers(s.memory()).map(memory -> at(s, s.geometry(), memory)))
                .flatMap(candidates -> candidates);
    }

    /** Without one of its peculiarities. */
    private static Stream<Exporter> without(Scripted s) {
        Refusal refusal =
                s.refusal() == null ? null : new Refusal(s.refusal().writableOnly(), ExceptionType.BUFFER_ERROR);
        Stream<Exporter> fewer = s.quirks().stream().map(quirk -> {
            Set<Quirk> rest = EnumSet.copyOf(s.quirks());
            rest.remove(quirk);
            return with(s, s.readonly(), s.refusal(), s.nullBuffer(), s.releases(), rest);
        });
        return Stream.concat(
                fewer,
                Stream.of(
                        with(s, false, null, false, true, Set.of()),
                        with(s, s.readonly(), null, s.nullBuffer(), s.releases(), s.quirks()),
                        with(s, s.readonly(), refusal, s.nullBuffer(), s.releases(), s.quirks()),
                        with(s, s.readonly(), s.refusal(), false, s.releases(), s.quirks()),
                        with(s, s.readonly(), s.refusal(), s.nullBuffer(), true, s.quirks()),
                        with(s, false, s.refusal(), s.nullBuffer(), s.releases(), s.quirks())));
    }

    private static Stream<Exporter> targets(Scripted s) {
        if (s.owner() == Owner.NOBODY) {
            return Stream.of(owned(s, Owner.SELF, null));
        } else if (s.owner() == Owner.OTHER) {
            return SimplerExporters.of(s.target()).map(target -> owned(s, Owner.OTHER, target));
        }
        return Stream.empty();
    }

    private static Stream<Exporter> geometries(Scripted s) {
        Geometry g = s.geometry();
        return Stream.of(
                        new Geometry(g.offset(), g.itemsize(), null, g.shape(), g.strides(), g.indirect()),
                        new Geometry(0, g.itemsize(), g.format(), g.shape(), g.strides(), g.indirect()),
                        new Geometry(g.offset(), 1, g.format(), g.shape(), g.strides(), g.indirect()),
                        new Geometry(g.offset(), 2, g.format(), g.shape(), g.strides(), g.indirect()),
                        new Geometry(g.offset(), g.itemsize(), g.format(), g.shape(), null, g.indirect()))
                .map(geometry -> at(s, geometry, s.memory()));
    }

    private static long memory(Geometry geometry) {
        return geometry.strides() == null ? geometry.shape().get(0) : 4;
    }

    private static Scripted at(Scripted s, Geometry geometry, long memory) {
        int seed = memory == s.memory() ? 1 : s.seed();
        return new Scripted(
                memory,
                seed,
                geometry,
                s.readonly(),
                s.refusal(),
                s.owner(),
                s.target(),
                s.nullBuffer(),
                s.releases(),
                s.quirks());
    }

    private static Scripted owned(Scripted s, Owner owner, Exporter target) {
        return new Scripted(
                s.memory(),
                s.seed(),
                s.geometry(),
                s.readonly(),
                s.refusal(),
                owner,
                target,
                s.nullBuffer(),
                s.releases(),
                s.quirks());
    }

    private static Scripted with(
            Scripted s, boolean readonly, Refusal refusal, boolean nullBuffer, boolean releases, Set<Quirk> quirks) {
        return new Scripted(
                s.memory(),
                s.seed(),
                s.geometry(),
                readonly,
                refusal,
                s.owner(),
                s.target(),
                nullBuffer,
                releases,
                quirks);
    }
}
