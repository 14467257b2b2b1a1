package io.github.oldbuffer.spec.judge.view;

import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.rule.Rule;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.judge.seen.ViewSeen;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.text.RequestFlags;

/**
 * NEW-9: a request is granted where the memory is as it asks, and fails with an exception where it is not. Of
 * {@code PyBUF_SIMPLE} and {@code PyBUF_WRITABLE} NEW-1 and NEW-2 speak.
 */
public record RequestsGranted() implements Rule {

    @Override
    public int needs() {
        return Traits.VIEW;
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (ViewSeen view : judged.views()) {
            if (!view.parsed()
                    && view.request() != Request.SIMPLE
                    && view.request() != Request.WRITABLE
                    && view.fact().support() != Support.OPEN
                    && view.state().lawful()
                    && !(view.state().exporter() instanceof PythonExpression)) {
                examine(view, findings);
            }
        }
    }

    private static void examine(ViewSeen view, Findings findings) {
        boolean granted = view.event().granted();
        String asked = "object " + view.state().object() + ", asked with "
                + RequestFlags.of(view.request().flags()) + ",";
        if (!findings.holds(granted == (view.fact().support() == Support.YES))) {
            findings.violated(
                    view.step(),
                    granted ? "granted " + what(view) : "refused what it can grant",
                    () -> asked
                            + (granted
                                    ? " granted it"
                                    : " refused, and raised " + view.event().raised()));
        } else if (!granted && !findings.holds(view.event().raised() != null)) {
            findings.violated(
                    view.step(), "refused without an exception", () -> asked + " refused, and nothing was raised");
        }
    }

    /** What the memory is not, of what was asked: one cause for a symptom. */
    private static String what(ViewSeen view) {
        Request request = view.request();
        if (!view.state().subject().hasMemory()) {
            return "memory that there is none of";
        } else if (request.writable() && view.state().subject().granted(readonly(request)) == Support.YES) {
            return "writable memory of what is read-only";
        } else if (view.state().subject().layout().indirect()) {
            return "memory behind pointers without suboffsets";
        }
        return request.orderOfFortran()
                ? "the order of Fortran to memory that is not in it"
                : request.anyOrder()
                        ? "an order to memory that has none"
                        : "the order of C to memory that is not in it";
    }

    /** The same request without PyBUF_WRITABLE. */
    private static Request readonly(Request request) {
        for (Request other : Request.values()) {
            if (other.flags() == (request.flags() & ~Request.WRITABLE.flags())) {
                return other;
            }
        }
        throw new IllegalStateException("every request can be made for reading alone: " + request);
    }
}
