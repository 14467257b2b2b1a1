package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.Scripted.Owner;
import io.github.oldbuffer.spec.exporter.Scripted.Refusal;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Words;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.shape.Coded;
import io.github.oldbuffer.spec.shape.Coder;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Flag;
import io.github.oldbuffer.spec.shape.Given;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.shape.Word;
import io.github.oldbuffer.spec.shape.WordSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A scripted exporter; without a geometry it is one dimension of bytes, the whole memory. */
final class ScriptedShape {

    private static final Field<Scripted, Owner> OWNER =
            Field.of("owner", Scripted::owner, Word.of(Owner.values(), "owner")).or(Owner.SELF);
    private static final Field<Scripted, Long> MEMORY = Field.of(
                    "memory", Scripted::memory, new Whole(0, Limits.LENGTH, "length of the memory"))
            .within(ScriptedShape::memory);
    private static final Field<Scripted, Integer> SEED = ExporterShape.seed(Scripted::seed);
    private static final Field<Scripted, Geometry> GEOMETRY = Field.of(
                    "geometry", Scripted::geometry, GeometryShape.GEOMETRY)
            .orElse(given -> Geometry.flat(given.get(MEMORY)))
            .within(given -> own(given, GeometryShape.GEOMETRY, Geometry.flat(0)));
    private static final Field<Scripted, Boolean> READONLY = flag("readonly", Scripted::readonly);
    private static final Field<Scripted, Refusal> REFUSAL =
            Field.of("refusal", Scripted::refusal, new RefusalShape()).or(null);
    private static final Field<Scripted, Exporter> TARGET = Field.of("target", Scripted::target, ExporterShape.EXPORTER)
            .onlyWhere(
                    ScriptedShape::ofOther,
                    given -> "only an exporter whose owner is OTHER has a target, not one whose owner is "
                            + given.get(OWNER),
                    scripted -> "a scripted exporter has a target exactly where its owner is OTHER, but the owner is "
                            + scripted.owner() + " and the target " + scripted.target())
            .within(given -> ofOther(given) ? ExporterShape.INNER : Coded.only(null));
    private static final Field<Scripted, Boolean> NULL_BUFFER = flag("nullBuffer", Scripted::nullBuffer);
    private static final Field<Scripted, Boolean> RELEASES =
            Field.of("releases", Scripted::releases, new Flag("flag releases")).or(true);
    private static final Field<Scripted, Set<Quirk>> QUIRKS = Field.of(
                    "quirks",
                    Scripted::quirks,
                    new WordSet<>(Quirk.class, Words.names(Quirk.values()), Width.U16, "set of quirks"))
            .or(Set.of())
            .within(given -> own(given, new ToldQuirks(), Set.of()));

    static final Record<Scripted> SCRIPTED = Record.of(
                    given -> new Scripted(
                            given.get(MEMORY),
                            given.get(SEED),
                            given.get(GEOMETRY),
                            given.get(READONLY),
                            given.get(REFUSAL),
                            given.get(OWNER),
                            given.get(TARGET),
                            given.get(NULL_BUFFER),
                            given.get(RELEASES),
                            given.get(QUIRKS)),
                    MEMORY,
                    SEED,
                    GEOMETRY,
                    READONLY,
                    REFUSAL,
                    OWNER,
                    TARGET,
                    NULL_BUFFER,
                    RELEASES,
                    QUIRKS)
            .packing(MEMORY, SEED, GEOMETRY, READONLY, REFUSAL, OWNER, NULL_BUFFER, RELEASES, QUIRKS, TARGET)
            .telling(OWNER, REFUSAL, RELEASES, SEED, TARGET, READONLY, NULL_BUFFER, QUIRKS, GEOMETRY, MEMORY)
            .mending(ScriptedShape::mended);

    private ScriptedShape() {}

    private static Field<Scripted, Boolean> flag(String name, Function<Scripted, Boolean> flag) {
        Flag shape = new Flag("flag " + name);
        return Field.of(name, flag, shape).or(false).within(given -> own(given, shape, false));
    }

    private static boolean ofOther(Given<Scripted> given) {
        return given.get(OWNER) == Owner.OTHER;
    }

    /** What there is a choice of where the memory that is offered is the exporter's own. */
    private static <V> Coded<V> own(Given<Scripted> given, Coded<V> own, V ofOther) {
        return ofOther(given) ? Coded.only(ofOther) : own;
    }

    /** Told by what there is beyond the least that the items need. */
    private static Coded<Long> memory(Given<Scripted> given) {
        if (ofOther(given)) {
            return Coded.only(0L);
        }
        long least = Reach.end(given.get(GEOMETRY));
        return (coder, like) -> least + coder.number(0, Limits.LENGTH, like == null ? 0 : Math.max(0, like - least));
    }

    /** Where the items cannot lie in memory, as many plain bytes as there were dimensions. */
    private static Scripted mended(Scripted told) {
        if (told.owner() == Owner.OTHER || ExporterShape.makesSense(told)) {
            return told;
        }
        long length = told.geometry().shape().size();
        return new Scripted(
                length,
                told.seed(),
                Geometry.flat(length),
                told.readonly(),
                told.refusal(),
                told.owner(),
                null,
                told.nullBuffer(),
                told.releases(),
                told.quirks());
    }

    /** Quirks by choices, which came in two versions. */
    private record ToldQuirks() implements Coded<Set<Quirk>> {

        private static final int VERSION_OF_WIPING = 2;
        private static final int NONE = 0;
        private static final int SOME = 1;
        private static final int WIPING = 2;

        /** Those of version 1. */
        private static final WordSet<Quirk> FIRST = new WordSet<>(
                Quirk.class,
                new Words<>(List.of(Quirk.values()).subList(0, Quirk.WIPES_VIEW_ON_RELEASE.ordinal()), Quirk::name),
                Width.U8,
                "set of quirks");

        @Override
        public Set<Quirk> code(Coder coder, Set<Quirk> like) {
            EnumSet<Quirk> quirks = EnumSet.noneOf(Quirk.class);
            if (like != null) {
                quirks.addAll(like);
            }
            boolean wiping = quirks.remove(Quirk.WIPES_VIEW_ON_RELEASE);
            boolean since = coder.version() >= VERSION_OF_WIPING;
            int which = coder.choice(
                    since ? WIPING + 1 : WIPING, wiping && since ? WIPING : quirks.isEmpty() ? NONE : SOME);
            Set<Quirk> told = EnumSet.noneOf(Quirk.class);
            if (which != NONE) {
                told.addAll(FIRST.code(coder, quirks));
            }
            if (which == WIPING) {
                told.add(Quirk.WIPES_VIEW_ON_RELEASE);
            }
            return told;
        }
    }

    /** What is refused, or {@code null} for nothing. */
    private record RefusalShape() implements Shape<Refusal> {

        private static final int NOTHING = 0;
        private static final int WRITABLE = 1;
        private static final int ALL = 2;

        private static final Record<Refusal> IN_JSON = Record.of(
                Refusal::new,
                Field.of("writableOnly", Refusal::writableOnly, new Flag("")).or(false),
                Field.of("exception", Refusal::exception, ExporterShape.EXCEPTION));

        @Override
        public void pack(Writer out, Refusal refusal) {
            if (refusal == null) {
                out.u8(NOTHING);
                out.u8(0);
            } else {
                out.u8(refusal.writableOnly() ? WRITABLE : ALL);
                ExporterShape.EXCEPTION.pack(out, refusal.exception());
            }
        }

        @Override
        public Refusal unpack(Reader in) throws MalformedException {
            int refused = in.u8(NOTHING, ALL, "refusal");
            if (refused == NOTHING) {
                in.u8(0, 0, "exception of no refusal");
                return null;
            }
            return new Refusal(refused == WRITABLE, ExporterShape.EXCEPTION.unpack(in));
        }

        @Override
        public JsonNode json(Refusal refusal) {
            return IN_JSON.json(refusal);
        }

        @Override
        public Refusal parse(Value value) throws JsonException {
            return IN_JSON.parse(value);
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return IN_JSON.schema(definitions);
        }

        @Override
        public Refusal code(Coder coder, Refusal like) {
            int refused = coder.choice(ALL + 1, like == null ? NOTHING : like.writableOnly() ? WRITABLE : ALL);
            return refused == NOTHING
                    ? null
                    : new Refusal(
                            refused == WRITABLE,
                            ExporterShape.EXCEPTION.code(coder, like == null ? null : like.exception()));
        }

        @Override
        public String bytes(String name) {
            return name;
        }
    }
}
