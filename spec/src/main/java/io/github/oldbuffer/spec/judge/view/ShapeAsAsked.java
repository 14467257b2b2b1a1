package io.github.oldbuffer.spec.judge.view;

import io.github.oldbuffer.spec.facts.Layout;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.rule.Rule;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.FieldsSeen;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.List;

/** NEW-8: {@code shape}, {@code strides} and {@code suboffsets} are there as the table of requests says, and are right. */
public record ShapeAsAsked() implements Rule {

    @Override
    public int needs() {
        return Traits.VIEW;
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (FieldsSeen seen : FieldsSeen.in(judged)) {
            ViewFields fields = seen.fields();
            Layout layout = seen.layout();
            Request request = seen.request();
            boolean dimensions = !layout.shape().isEmpty();
            length(seen, findings);
            there("shape", fields.shape(), request.shape() && dimensions, seen, findings);
            there("strides", fields.strides(), request.strides() && dimensions, seen, findings);
            there("suboffsets", fields.suboffsets(), layout.indirect() && request.indirect(), seen, findings);
            if (request.shape()
                    && findings.holds(fields.ndim() == layout.shape().size())) {
                values(seen, findings);
            } else if (request.shape()) {
                findings.violated(
                        seen.step(),
                        "gave another number of dimensions",
                        () -> seen.told() + " has " + layout.shape().size() + " dimensions; ndim is " + fields.ndim());
            }
        }
    }

    /** Of memory without bytes nobody can tell the size of an item. */
    private static void length(FieldsSeen seen, Findings findings) {
        Layout layout = seen.layout();
        if (!findings.holds(seen.view().event().length() == layout.length())) {
            findings.violated(
                    seen.step(),
                    "gave another length than the memory has",
                    () -> seen.told() + " has " + layout.length() + " bytes; len is "
                            + seen.view().event().length());
        }
        if (layout.length() > 0 && !findings.holds(seen.fields().itemsize() == layout.itemsize())) {
            findings.violated(
                    seen.step(),
                    "gave another size of items",
                    () -> seen.told() + " has items of " + layout.itemsize() + " bytes; itemsize is "
                            + seen.fields().itemsize());
        }
    }

    private static void there(String field, List<Long> value, boolean expected, FieldsSeen seen, Findings findings) {
        if (!findings.holds((value != null) == expected)) {
            findings.violated(
                    seen.step(),
                    expected ? "gave no " + field : "gave " + field + " where the table says NULL",
                    () -> seen.told() + " got " + field + " " + (value == null ? "NULL" : value));
        }
    }

    private static void values(FieldsSeen seen, Findings findings) {
        ViewFields fields = seen.fields();
        Layout layout = seen.layout();
        if (fields.shape() != null && !findings.holds(fields.shape().equals(layout.shape()))) {
            findings.violated(
                    seen.step(),
                    "gave another shape",
                    () -> seen.told() + " has the shape " + layout.shape() + "; it got " + fields.shape());
        }
        boolean told = fields.strides() != null && !layout.indirect() && layout.items() > 0;
        if (told && !findings.holds(sameStrides(fields.strides(), layout))) {
            findings.violated(
                    seen.step(),
                    "gave other strides",
                    () -> seen.told() + " has the strides " + layout.strides() + "; it got " + fields.strides());
        }
    }

    /** Nobody goes along a dimension of one item. */
    private static boolean sameStrides(List<Long> strides, Layout layout) {
        boolean same = strides.size() == layout.strides().size();
        for (int i = 0; same && i < strides.size(); i++) {
            same = layout.shape().get(i) == 1
                    || strides.get(i).equals(layout.strides().get(i));
        }
        return same;
    }
}
