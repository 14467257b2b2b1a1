package io.github.oldbuffer.spec.judge.seen;

import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.facts.Layout;
import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.text.RequestFlags;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.ArrayList;
import java.util.List;

/** A view that was granted as it should be, with its fields and what they should be. */
public record FieldsSeen(ViewSeen view, ViewFields fields, Layout layout) {

    /** Those that a case has; none of objects that expressions give, whose fields EXP-2 to EXP-4 are about. */
    public static List<FieldsSeen> in(Case judged) {
        List<FieldsSeen> seen = new ArrayList<>();
        for (ViewSeen view : judged.views()) {
            if (view.event().fields() != null
                    && view.fact().support() == Support.YES
                    && view.state().lawful()
                    && !(view.state().exporter() instanceof PythonExpression)
                    && !grown(view)) {
                seen.add(new FieldsSeen(
                        view, view.event().fields(), view.state().subject().layout()));
            }
        }
        return seen;
    }

    /** An object of ctypes that was resized has more memory than its type, and so than its shape, says. */
    private static boolean grown(ViewSeen view) {
        return view.state().exporter() instanceof Ctypes ctypes && view.state().length() != ctypes.length();
    }

    public Request request() {
        return view.request();
    }

    public int step() {
        return view.step();
    }

    /** Such as {@code object 0, asked with PyBUF_ND,}. */
    public String told() {
        return "object " + view.state().object() + ", asked with "
                + RequestFlags.of(request().flags()) + ",";
    }
}
