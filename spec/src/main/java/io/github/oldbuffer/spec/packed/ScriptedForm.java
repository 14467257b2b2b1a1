package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.Scripted.Owner;
import io.github.oldbuffer.spec.exporter.Scripted.Refusal;
import io.github.oldbuffer.spec.form.Limits;
import java.util.Set;

/** A scripted exporter in the packed form. */
final class ScriptedForm {

    private static final int REFUSES_NOTHING = 0;
    private static final int REFUSES_WRITABLE = 1;
    private static final int REFUSES_ALL = 2;

    private static final Owner[] OWNERS = Owner.values();
    private static final Quirk[] QUIRKS = Quirk.values();
    private static final ExceptionType[] EXCEPTIONS = ExceptionType.values();

    private ScriptedForm() {}

    static void write(Writer out, Scripted scripted, int depth) {
        if (scripted.owner() == Owner.OTHER == (scripted.target() == null)) {
            throw new IllegalArgumentException(
                    "a scripted exporter has a target exactly where its owner is OTHER, but the owner is "
                            + scripted.owner() + " and the target " + scripted.target());
        }
        out.i64(scripted.memory(), 0, Limits.LENGTH, "length of the memory");
        ExporterForm.seed(out, scripted.seed());
        GeometryForm.write(out, scripted.geometry());
        out.flag(scripted.readonly());
        writeRefusal(out, scripted.refusal());
        out.oneOf(scripted.owner());
        out.flag(scripted.nullBuffer());
        out.flag(scripted.releases());
        out.u16(Bits.of(scripted.quirks()), (1 << QUIRKS.length) - 1, "set of quirks");
        if (scripted.owner() == Owner.OTHER) {
            ExporterForm.write(out, scripted.target(), depth + 1);
        }
    }

    static Scripted read(Reader in, int depth) throws MalformedException {
        long memory = in.i64(0, Limits.LENGTH, "length of the memory");
        int seed = ExporterForm.seed(in);
        Geometry geometry = GeometryForm.read(in);
        boolean readonly = in.flag("flag readonly");
        Refusal refusal = readRefusal(in);
        Owner owner = in.oneOf(OWNERS, "owner");
        boolean nullBuffer = in.flag("flag nullBuffer");
        boolean releases = in.flag("flag releases");
        Set<Quirk> quirks = Bits.set(in.u16((1 << QUIRKS.length) - 1, "set of quirks"), Quirk.class, QUIRKS);
        Exporter target = owner == Owner.OTHER ? ExporterForm.read(in, depth + 1) : null;
        return new Scripted(memory, seed, geometry, readonly, refusal, owner, target, nullBuffer, releases, quirks);
    }

    private static void writeRefusal(Writer out, Refusal refusal) {
        if (refusal == null) {
            out.u8(REFUSES_NOTHING);
            out.u8(0);
        } else {
            out.u8(refusal.writableOnly() ? REFUSES_WRITABLE : REFUSES_ALL);
            out.oneOf(refusal.exception());
        }
    }

    private static Refusal readRefusal(Reader in) throws MalformedException {
        int refused = in.u8(REFUSES_NOTHING, REFUSES_ALL, "refusal");
        if (refused == REFUSES_NOTHING) {
            in.u8(0, 0, "exception of no refusal");
            return null;
        }
        return new Refusal(refused == REFUSES_WRITABLE, in.oneOf(EXCEPTIONS, "exception"));
    }
}
