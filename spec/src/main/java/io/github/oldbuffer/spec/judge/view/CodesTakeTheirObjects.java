package io.github.oldbuffer.spec.judge.view;

import io.github.oldbuffer.spec.facts.Codes;
import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.Support;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.rule.Rule;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.judge.seen.ViewSeen;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Pointer;

/**
 * NEW-6: the codes of {@code PyArg_ParseTuple} beside {@code y*} and {@code w*}, of which NEW-3 and NEW-4 speak, take the
 * objects of their table, give the length of their memory in bytes, and refuse all others with an exception.
 */
public record CodesTakeTheirObjects() implements Rule {
    @Override
    public int needs() {
        return Traits.VIEW;
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (ViewSeen view : judged.views()) {
            if (view.parsed()
                    && view.code() != Step.Code.Y_STAR
                    && view.code() != Step.Code.W_STAR
                    && view.fact().support() != Support.OPEN
                    && view.state().lawful()) {
                examine(view, findings);
            }
        }
    }

    private static void examine(ViewSeen view, Findings findings) {
        Fact.OfView fact = view.fact();
        boolean takes = fact.support() == Support.YES;
        boolean granted = view.event().granted();
        String code = view.code().text();
        if (!findings.holds(granted == takes)) {
            findings.violated(
                    view.step(),
                    code + (takes ? " refused what its table takes" : " took what its table does not"),
                    () -> told(view) + (granted ? " was taken" : " was refused"));
        } else if (!granted) {
            if (!findings.holds(view.event().raised() != null)) {
                findings.violated(
                        view.step(),
                        code + " refused without an exception",
                        () -> told(view) + " was refused, and nothing was raised");
            }
        } else if (!findings.holds(view.event().length() == length(view))) {
            findings.violated(
                    view.step(),
                    code + " gave another length",
                    () -> told(view) + " has " + length(view) + " bytes; the length was "
                            + view.event().length());
        } else if (Codes.none(view.code(), view.state().subject())) {
            if (!findings.holds(view.event().pointer().kind() == Pointer.Kind.NULL)) {
                findings.violated(view.step(), code + " gave a pointer for None", () -> told(view) + ": not NULL");
            }
        }
    }

    private static long length(ViewSeen view) {
        return Codes.length(view.code(), view.state().subject());
    }

    private static String told(ViewSeen view) {
        return "object " + view.state().object() + ", asked with " + view.code().text() + ",";
    }
}
