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
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Flag;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.shape.Word;
import io.github.oldbuffer.spec.shape.WordSet;
import java.util.Set;

/** A scripted exporter; without a geometry it is one dimension of bytes, the whole memory. */
final class ScriptedShape {

    private ScriptedShape() {}

    /** @param exporter the shape of its target */
    static Record<Scripted> of(Shape<Exporter> exporter) {
        Field<Scripted, Long> memory =
                Field.of("memory", Scripted::memory, new Whole(0, Limits.LENGTH, "length of the memory"));
        Field<Scripted, Integer> seed = ExporterShape.seed(Scripted::seed);
        Field<Scripted, Geometry> geometry = Field.of("geometry", Scripted::geometry, GeometryShape.GEOMETRY)
                .orElse(given -> Geometry.flat(given.get(memory)));
        Field<Scripted, Boolean> readonly = Field.of("readonly", Scripted::readonly, new Flag("flag readonly"))
                .or(false);
        Field<Scripted, Refusal> refusal =
                Field.of("refusal", Scripted::refusal, new RefusalShape()).or(null);
        Field<Scripted, Owner> owner = Field.of("owner", Scripted::owner, Word.of(Owner.values(), "owner"))
                .or(Owner.SELF);
        Field<Scripted, Exporter> target = Field.of("target", Scripted::target, exporter)
                .onlyWhere(
                        given -> given.get(owner) == Owner.OTHER,
                        given -> "only an exporter whose owner is OTHER has a target, not one whose owner is "
                                + given.get(owner),
                        scripted ->
                                "a scripted exporter has a target exactly where its owner is OTHER, but the owner is "
                                        + scripted.owner() + " and the target " + scripted.target());
        Field<Scripted, Boolean> nullBuffer = Field.of("nullBuffer", Scripted::nullBuffer, new Flag("flag nullBuffer"))
                .or(false);
        Field<Scripted, Boolean> releases = Field.of("releases", Scripted::releases, new Flag("flag releases"))
                .or(true);
        Field<Scripted, Set<Quirk>> quirks = Field.of(
                        "quirks",
                        Scripted::quirks,
                        new WordSet<>(Quirk.class, Words.names(Quirk.values()), Width.U16, "set of quirks"))
                .or(Set.of());
        return Record.of(
                        given -> new Scripted(
                                given.get(memory),
                                given.get(seed),
                                given.get(geometry),
                                given.get(readonly),
                                given.get(refusal),
                                given.get(owner),
                                given.get(target),
                                given.get(nullBuffer),
                                given.get(releases),
                                given.get(quirks)),
                        memory,
                        seed,
                        geometry,
                        readonly,
                        refusal,
                        owner,
                        target,
                        nullBuffer,
                        releases,
                        quirks)
                .packing(memory, seed, geometry, readonly, refusal, owner, nullBuffer, releases, quirks, target);
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
        public String bytes(String name) {
            return name;
        }
    }
}
