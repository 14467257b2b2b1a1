package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.Scripted.Owner;
import io.github.oldbuffer.spec.exporter.Scripted.Refusal;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import java.util.Set;

/** A scripted exporter as a JSON object; without a geometry it is one dimension of bytes, the whole memory. */
final class ScriptedJson {

    private static final Words<Owner> OWNERS = Words.names(Owner.values());
    private static final Words<Quirk> QUIRKS = Words.names(Quirk.values());

    private ScriptedJson() {}

    static void write(ObjectNode node, Scripted scripted) {
        node.put("memory", scripted.memory());
        ExporterJson.seed(node, scripted.seed());
        if (!scripted.geometry().equals(Geometry.flat(scripted.memory()))) {
            node.set("geometry", GeometryJson.write(scripted.geometry()));
        }
        set(node, "readonly", scripted.readonly(), false);
        if (scripted.refusal() != null) {
            ObjectNode refusal = node.putObject("refusal");
            set(refusal, "writableOnly", scripted.refusal().writableOnly(), false);
            refusal.put("exception", StepJson.EXCEPTIONS.of(scripted.refusal().exception()));
        }
        if (scripted.owner() != Owner.SELF) {
            node.put("owner", OWNERS.of(scripted.owner()));
        }
        if (scripted.target() != null) {
            node.set("target", ExporterJson.write(scripted.target()));
        }
        set(node, "nullBuffer", scripted.nullBuffer(), false);
        set(node, "releases", scripted.releases(), true);
        if (!scripted.quirks().isEmpty()) {
            ArrayNode quirks = node.putArray("quirks");
            scripted.quirks().forEach(quirk -> quirks.add(QUIRKS.of(quirk)));
        }
    }

    static Scripted read(Fields fields, int depth) throws JsonException {
        long memory = fields.get("memory").whole(0, Limits.LENGTH);
        int seed = ExporterJson.seed(fields);
        Geometry geometry = fields.get("geometry", GeometryJson::read, Geometry.flat(memory));
        boolean readonly = fields.flag("readonly", false);
        Refusal refusal = fields.get("refusal", ScriptedJson::refusal, null);
        Owner owner = fields.oneOf("owner", OWNERS, Owner.SELF);
        Exporter target = target(fields, owner, depth);
        boolean nullBuffer = fields.flag("nullBuffer", false);
        boolean releases = fields.flag("releases", true);
        Set<Quirk> quirks = fields.set("quirks", QUIRKS);
        return new Scripted(memory, seed, geometry, readonly, refusal, owner, target, nullBuffer, releases, quirks);
    }

    private static Refusal refusal(Value value) throws JsonException {
        Fields fields = value.fields();
        boolean writableOnly = fields.flag("writableOnly", false);
        ExceptionType exception = fields.get("exception").oneOf(StepJson.EXCEPTIONS);
        fields.end();
        return new Refusal(writableOnly, exception);
    }

    private static Exporter target(Fields fields, Owner owner, int depth) throws JsonException {
        Value target = fields.get("target");
        if (owner == Owner.OTHER) {
            return ExporterJson.read(target, depth + 1);
        }
        if (!target.missing()) {
            throw target.fault("only an exporter whose owner is OTHER has a target, not one whose owner is " + owner);
        }
        return null;
    }

    private static void set(ObjectNode node, String name, boolean value, boolean otherwise) {
        if (value != otherwise) {
            node.put(name, value);
        }
    }
}
