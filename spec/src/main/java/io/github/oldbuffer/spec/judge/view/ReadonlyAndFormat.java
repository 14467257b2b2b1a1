package io.github.oldbuffer.spec.judge.view;

import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.facts.Subject;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.rule.Rule;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.FieldsSeen;
import io.github.oldbuffer.spec.judge.seen.Traits;

/** NEW-7: {@code readonly} and {@code format} are what PyBUF_WRITABLE and PyBUF_FORMAT ask for. */
public record ReadonlyAndFormat() implements Rule {

    private static final String PLAIN = "bBchHiIlLqQfd";

    @Override
    public int needs() {
        return Traits.VIEW;
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (FieldsSeen seen : FieldsSeen.in(judged)) {
            readonly(seen, findings);
            format(seen, findings);
        }
    }

    private static void readonly(FieldsSeen seen, Findings findings) {
        Subject subject = seen.view().state().subject();
        boolean readonly = seen.fields().readonly();
        if (seen.request().writable()) {
            if (!findings.holds(!readonly)) {
                findings.violated(
                        seen.step(),
                        "was read-only though PyBUF_WRITABLE was granted",
                        () -> seen.told() + " was granted, and readonly is 1");
            }
        } else if (!subject.refusesWritable() && !subject.writableOpen()) {
            if (!findings.holds(readonly == seen.layout().readonly())) {
                findings.violated(
                        seen.step(),
                        readonly
                                ? "said of writable memory that it is read-only"
                                : "did not say that memory is read-only",
                        () -> seen.told() + " has " + (readonly ? "writable" : "read-only") + " memory; readonly is "
                                + (readonly ? 1 : 0));
            }
        }
    }

    private static void format(FieldsSeen seen, Findings findings) {
        String format = seen.fields().format();
        if (!seen.request().format()) {
            if (!findings.holds(format == null)) {
                findings.violated(
                        seen.step(),
                        "gave a format that was not asked for",
                        () -> seen.told() + " got the format '" + format + "', which should be NULL");
            }
            return;
        }
        String expected = expected(seen.view().state().exporter(), seen.layout().format());
        if (expected != null) {
            if (!findings.holds(expected.equals(format))) {
                findings.violated(
                        seen.step(),
                        format == null ? "gave no format" : "gave another format",
                        () -> seen.told() + " has items of the format '" + expected + "'; it got "
                                + (format == null ? "NULL" : "'" + format + "'"));
            }
        } else if (!leavesFormatOut(seen.view().state().exporter())) {
            if (!findings.holds(format != null)) {
                findings.violated(seen.step(), "gave no format", () -> seen.told() + " got NULL for its format");
            }
        }
    }

    /** The format, where there is one way to write it; of ctypes, of structures and of characters there are several. */
    private static String expected(Exporter exporter, String format) {
        boolean several = format.length() != 1
                || PLAIN.indexOf(format.charAt(0)) < 0
                || exporter instanceof Array array && array.typecode() == 'u';
        return several || leavesFormatOut(exporter) ? null : format;
    }

    /** An exporter of the kit's own may give NULL for bytes, and what stands over it hands on what it likes. */
    private static boolean leavesFormatOut(Exporter exporter) {
        if (exporter instanceof Scripted scripted) {
            return scripted.target() == null || leavesFormatOut(scripted.target());
        } else if (exporter instanceof PythonClass python) {
            return leavesFormatOut(python.base());
        }
        return exporter instanceof MemoryView view
                && view.operations().stream().noneMatch(ViewOperation.Cast.class::isInstance)
                && leavesFormatOut(view.base());
    }
}
