package io.github.oldbuffer.fuzzing.codec;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.Scripted.Owner;
import io.github.oldbuffer.spec.exporter.Scripted.Refusal;
import io.github.oldbuffer.spec.facts.Subjects;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How scripted exporters are written down, versions 1 and 2: the first knows no exporter that overwrites its view.
 *
 * <p>Memory and offset are told by what there is beyond the least that the items need, so that a changed shape or
 * stride still fits.
 */
final class ScriptedGrammar {

    private static final int MOST_DIMENSIONS = 8;
    private static final int LARGEST_ITEM = 1 << 20;
    private static final int LONGEST_FORMAT = 16;
    /** Printable ASCII without the space. */
    private static final int FIRST_PRINTABLE = 33;

    private static final int PRINTABLES = 94;
    /** Those that version 1 has a bit for. */
    private static final List<Quirk> QUIRKS = List.of(Quirk.values()).subList(0, Quirk.LENGTH_IN_ITEMS.ordinal() + 1);

    private static final int NO_QUIRKS = 0;
    private static final int QUIRKS_OF_1 = 1;
    /** Since version 2: those of version 1, if any, and {@link Quirk#WIPES_VIEW_ON_RELEASE}. */
    private static final int WIPING = 2;

    private ScriptedGrammar() {}

    static Scripted scripted(Coder c, Scripted like, UnaryOperator<Exporter> inner) {
        Owner owner = c.oneOf(List.of(Owner.values()), like.owner());
        Refusal refusal = refusal(c, like.refusal());
        boolean releases = c.flag(like.releases());
        int seed = ExporterGrammar.seed(c, like.seed());
        if (owner == Owner.OTHER) {
            Exporter target = inner.apply(like.target());
            return new Scripted(0, seed, Geometry.flat(0), false, refusal, owner, target, false, releases, Set.of());
        }
        boolean readonly = c.flag(like.readonly());
        boolean nullBuffer = c.flag(like.nullBuffer());
        Set<Quirk> quirks = quirks(c, like.quirks());
        Geometry geometry = geometry(c, like.geometry());
        long least = end(geometry);
        long memory = least + c.number(0, Subjects.MAX_LENGTH, Math.max(0, like.memory() - least));
        Scripted scripted =
                new Scripted(memory, seed, geometry, readonly, refusal, owner, null, nullBuffer, releases, quirks);
        return ExporterGrammar.makesSense(scripted) ? scripted : mended(scripted);
    }

    /** The same exporter with as many plain bytes as there were dimensions. */
    private static Scripted mended(Scripted broken) {
        long length = broken.geometry().shape().size();
        return new Scripted(
                length,
                broken.seed(),
                Geometry.flat(length),
                broken.readonly(),
                broken.refusal(),
                broken.owner(),
                null,
                broken.nullBuffer(),
                broken.releases(),
                broken.quirks());
    }

    private static Refusal refusal(Coder c, Refusal like) {
        int kind = c.choice(3, like == null ? 0 : like.writableOnly() ? 1 : 2);
        return kind == 0
                ? null
                : new Refusal(
                        kind == 1,
                        ExporterGrammar.exception(c, like == null ? ExceptionType.BUFFER_ERROR : like.exception()));
    }

    private static Set<Quirk> quirks(Coder c, Set<Quirk> like) {
        boolean wiping = like.contains(Quirk.WIPES_VIEW_ON_RELEASE);
        int mask = 0;
        for (Quirk quirk : like) {
            mask |= QUIRKS.contains(quirk) ? 1 << quirk.ordinal() : 0;
        }
        int which = c.choice(
                c.version() == 1 ? WIPING : WIPING + 1,
                wiping && c.version() > 1 ? WIPING : mask == 0 ? NO_QUIRKS : QUIRKS_OF_1);
        int bits = which == NO_QUIRKS ? 0 : c.choice(1 << QUIRKS.size(), mask);
        Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        if (which == WIPING) {
            quirks.add(Quirk.WIPES_VIEW_ON_RELEASE);
        }
        for (Quirk quirk : QUIRKS) {
            if ((bits >> quirk.ordinal() & 1) != 0) {
                quirks.add(quirk);
            }
        }
        return quirks;
    }

    private static Geometry geometry(Coder c, Geometry like) {
        int dimensions = c.integer(0, MOST_DIMENSIONS, like.shape().size());
        int itemsize = c.integer(1, LARGEST_ITEM, like.itemsize());
        String format = format(c, like.format());
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            shape.add(c.number(
                    0,
                    Subjects.MAX_LENGTH,
                    i < like.shape().size() ? like.shape().get(i) : 1));
        }
        boolean indirect = c.flag(like.indirect());
        List<Long> strides = null;
        if (c.flag(like.strides() != null)) {
            strides = new ArrayList<>();
            for (int i = 0; i < dimensions; i++) {
                long given = like.strides() != null && i < like.strides().size()
                        ? like.strides().get(i)
                        : 1;
                strides.add(c.number(-Subjects.MAX_LENGTH, Subjects.MAX_LENGTH, given));
            }
        }
        Geometry atStart = new Geometry(0, itemsize, format, shape, strides, indirect);
        long least = -lowest(atStart);
        long offset = least + c.number(0, Subjects.MAX_LENGTH, Math.max(0, like.offset() - least));
        return new Geometry(offset, itemsize, format, shape, strides, indirect);
    }

    private static String format(Coder c, String like) {
        if (!c.flag(like != null)) {
            return null;
        }
        String given = like == null ? "B" : like;
        int length = c.integer(1, LONGEST_FORMAT, given.length());
        StringBuilder format = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int character = i < given.length() ? given.charAt(i) - FIRST_PRINTABLE : 0;
            format.append((char) (FIRST_PRINTABLE + c.choice(PRINTABLES, character)));
        }
        return format.toString();
    }

    /** How far before the first item the items reach: 0 or less. */
    private static long lowest(Geometry geometry) {
        long lowest = 0;
        if (geometry.strides() != null && !geometry.shape().contains(0L)) {
            for (int i = 0; i < geometry.shape().size(); i++) {
                lowest += Math.min(
                        0, geometry.strides().get(i) * (geometry.shape().get(i) - 1));
            }
        }
        return Math.max(lowest, -Subjects.MAX_LENGTH);
    }

    /** Where the last item ends, in bytes from the start of the memory; where it cannot be, any number. */
    private static long end(Geometry geometry) {
        long last = geometry.offset();
        long ordered = geometry.itemsize();
        for (int i = geometry.shape().size() - 1; i >= 0; i--) {
            long extent = geometry.shape().get(i);
            if (extent == 0) {
                return geometry.offset();
            }
            long stride =
                    geometry.strides() == null ? ordered : geometry.strides().get(i);
            last += Math.max(0, stride * (extent - 1));
            ordered *= extent;
        }
        return Math.min(Math.max(last + geometry.itemsize(), 0), Subjects.MAX_LENGTH);
    }
}
