package io.github.oldbuffer.spec.text;

import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import java.util.StringJoiner;

/** A scripted exporter in words: what it has, and what it does other than the plainest one. */
final class ScriptedText {

    private ScriptedText() {}

    static String of(Scripted scripted) {
        StringJoiner words = new StringJoiner(", ", "scripted(", ")");
        words.add(scripted.memory() + " bytes").add("seed " + scripted.seed());
        if (!scripted.geometry().equals(Geometry.flat(scripted.memory()))) {
            words.add(geometry(scripted.geometry()));
        }
        words.add(scripted.readonly() ? "read-only" : "writable");
        if (scripted.refusal() != null) {
            words.add("refuses " + (scripted.refusal().writableOnly() ? "writable requests" : "every request")
                    + " with " + scripted.refusal().exception().pythonName());
        }
        switch (scripted.owner()) {
            case SELF -> {}
            case NOBODY -> words.add("view.obj NULL");
            case OTHER -> words.add("passes requests on to " + ExporterText.of(scripted.target()));
        }
        if (scripted.nullBuffer()) {
            words.add("view.buf NULL");
        }
        if (!scripted.releases()) {
            words.add("no bf_releasebuffer");
        }
        scripted.quirks().forEach(quirk -> words.add((quirk.lawful() ? "" : "unlawful: ") + quirk(quirk)));
        return words.toString();
    }

    private static String geometry(Geometry geometry) {
        StringJoiner words = new StringJoiner(", ");
        words.add("shape " + geometry.shape());
        if (geometry.strides() != null) {
            words.add("strides " + geometry.strides());
        }
        if (geometry.offset() != 0) {
            words.add("from byte " + geometry.offset());
        }
        if (geometry.itemsize() != 1 || geometry.format() != null) {
            words.add("items of " + geometry.itemsize() + (geometry.itemsize() == 1 ? " byte" : " bytes"));
        }
        if (geometry.format() != null) {
            words.add("format '" + Printable.of(geometry.format()) + "'");
        }
        if (geometry.indirect()) {
            words.add("rows behind pointers");
        }
        return words.toString();
    }

    private static String quirk(Quirk quirk) {
        return switch (quirk) {
            case FAILS_WITHOUT_EXCEPTION -> "refuses without an exception";
            case FAILS_WITH_MINUS_TWO -> "refuses with -2";
            case RUBBISH_ON_FAILURE -> "leaves rubbish in the view when it refuses";
            case SUCCEEDS_WITH_ONE -> "grants with 1";
            case SUCCEEDS_WITH_EXCEPTION -> "grants with an exception set";
            case GRANTS_WRITABLE -> "grants writable requests for read-only memory";
            case IGNORES_LAYOUT -> "grants memory of more than one segment to who asks for one";
            case LENGTH_IN_ITEMS -> "tells its length in items";
            case WIPES_VIEW_ON_RELEASE -> "overwrites the view when it is released";
        };
    }
}
