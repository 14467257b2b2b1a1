package io.github.oldbuffer.spec.facts;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import java.util.Set;

/** Scripted exporters by the one thing that is special about them. */
public final class Exporters {

    private Exporters() {}

    /** Eight writable bytes that are refused to writers, or to everybody. */
    public static Scripted refusing(boolean writableOnly) {
        Scripted.Refusal refusal = new Scripted.Refusal(writableOnly, ExceptionType.BUFFER_ERROR);
        return new Scripted(8, 0, Geometry.flat(8), false, refusal, Scripted.Owner.SELF, null, false, true, Set.of());
    }

    public static Scripted redirecting(Exporter target) {
        return redirecting(target, null);
    }

    public static Scripted redirectingRefusing(Exporter target, boolean writableOnly) {
        return redirecting(target, new Scripted.Refusal(writableOnly, ExceptionType.BUFFER_ERROR));
    }

    private static Scripted redirecting(Exporter target, Scripted.Refusal refusal) {
        return new Scripted(
                0, 0, Geometry.flat(0), false, refusal, Scripted.Owner.OTHER, target, false, true, Set.of());
    }

    /** Writable memory with a geometry. */
    public static Scripted shaped(long memory, Geometry geometry) {
        return new Scripted(memory, 0, geometry, false, null, Scripted.Owner.SELF, null, false, true, Set.of());
    }

    /** Eight bytes whose view has an owner or none, with or without a bf_releasebuffer. */
    public static Scripted owned(Scripted.Owner owner, boolean releases) {
        return new Scripted(8, 0, Geometry.flat(8), false, null, owner, null, false, releases, Set.of());
    }

    public static Scripted nullBuffer(long length) {
        return new Scripted(
                length, 0, Geometry.flat(length), false, null, Scripted.Owner.SELF, null, true, true, Set.of());
    }

    public static Scripted quirky(Quirk quirk) {
        return new Scripted(8, 0, Geometry.flat(8), false, null, Scripted.Owner.SELF, null, false, true, Set.of(quirk));
    }
}
