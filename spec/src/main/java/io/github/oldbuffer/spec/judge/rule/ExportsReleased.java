package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Owner;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepSubject;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;

/**
 * CHAR-11, READ-11, WRITE-11, CHECK-5: no export outlives the call; what was acquired is released exactly once, and
 * nothing else is.
 *
 * <p>Seen in three ways: exporters that record tell acquisitions and releases; where the view's owner is not the object
 * asked, the owner's reference count tells the same; a bytearray, an array, a memoryview or an mmap can be resized,
 * released or closed again only where no export is left. The last is held against a function only where no other could
 * have left the export.
 */
record ExportsReleased(Function function) implements Rule {

    private static final String KEPT = "an acquired buffer was not released";
    private static final String TOO_MUCH = "a buffer was released that was not acquired, or twice";

    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (call.function() == function) {
                traffic(call, findings);
                owner(call, findings);
            }
        }
        if (!Traits.include(judged.traits(), Traits.EXCLUSIVE)) {
            return;
        }
        for (int i = 0; i < judged.size(); i++) {
            if (judged.fact(i) instanceof Fact.OfExclusive fact
                    && !fact.state().exported()
                    && judged.event(i) instanceof Event.Done done
                    && Case.tellsOfExports(done)
                    && Suspects.before(judged, i, fact.state().object()).onlyFunction() == function) {
                if (!findings.holds(done.raised() == null)) {
                    findings.violated(
                            i,
                            "an export outlived the call",
                            () -> "after " + function.cName() + " the object should be free; the step raised "
                                    + (done.raised() == null
                                            ? "nothing"
                                            : done.raised().type()));
                }
            }
        }
    }

    private static void traffic(CallSeen call, Findings findings) {
        Exporter exporter = call.state().exporter();
        if (call.event().traffic().isEmpty()) {
            return;
        }
        boolean counted = call.event().references() != Event.UNCOUNTED;
        for (int depth = 0; exporter != null; depth++, exporter = inner(exporter, counted)) {
            if (!records(exporter)) {
                continue;
            }
            int acquired = count(call, depth, Traffic.Kind.ACQUIRED);
            int released = count(call, depth, Traffic.Kind.RELEASED);
            int unknown = count(call, depth, Traffic.Kind.RELEASED_UNKNOWN);
            if (acquired + released + unknown == 0) {
                continue;
            }
            int due = owesRelease(exporter) ? acquired : 0;
            if (!findings.holds(released >= due)) {
                findings.violated(call.step(), KEPT, () -> counts(call, acquired, released, unknown));
            }
            if (!findings.holds(released <= due && unknown == 0)) {
                findings.violated(call.step(), TOO_MUCH, () -> counts(call, acquired, released, unknown));
            }
        }
    }

    private static String counts(CallSeen call, int acquired, int released, int unknown) {
        return call.told() + ": acquired " + acquired + ", released " + released + ", released without need " + unknown;
    }

    /** The view belongs to the exporter's target, whose reference it holds until it is released. */
    private static void owner(CallSeen call, Findings findings) {
        int depth = Owner.depth(call.state().exporter());
        int change = depth == 0
                ? Event.UNCOUNTED
                : call.event().others().of(call.state().object(), depth);
        if (change != Event.UNCOUNTED) {
            Count owner = new Count(call.state().object(), depth, change);
            if (!findings.holds(change <= 0)) {
                findings.violated(call.step(), KEPT, () -> changed(call, owner));
            }
            if (!findings.holds(change >= 0)) {
                findings.violated(call.step(), TOO_MUCH, () -> changed(call, owner));
            }
        }
    }

    private static String changed(CallSeen call, Count owner) {
        return call.told() + " " + call.answer() + " and changed the reference count of the view's owner, "
                + owner.name() + ", by " + owner.change();
    }

    private static boolean records(Exporter exporter) {
        return (exporter instanceof Scripted scripted && scripted.releases())
                || (exporter instanceof PythonClass python && python.releases());
    }

    private static boolean owesRelease(Exporter exporter) {
        return !(exporter instanceof Scripted scripted) || scripted.owner() == Scripted.Owner.SELF;
    }

    /**
     * The exporter inside. A class with __buffer__ leaves it to a memoryview of its own to give up what is inside, and
     * that happens at once only where references are counted.
     */
    private static Exporter inner(Exporter exporter, boolean counted) {
        if (exporter instanceof Scripted scripted) {
            return scripted.target();
        } else if (exporter instanceof MemoryView view) {
            return view.base();
        } else if (exporter instanceof PythonClass python && counted) {
            return python.base();
        }
        return null;
    }

    private static int count(CallSeen call, int depth, Traffic.Kind kind) {
        int count = 0;
        List<Traffic> traffic = call.event().traffic();
        for (int i = 0; i < traffic.size(); i++) {
            Traffic seen = traffic.get(i);
            if (seen.object() == call.state().object() && seen.depth() == depth && seen.kind() == kind) {
                count++;
            }
        }
        return count;
    }

    /**
     * Who could have left an export on an object since it was last seen free.
     *
     * @param onlyFunction the one function called on it, or {@code null} where none was, or several, or other means were
     * @param onlyViews whether views were acquired and nothing else
     */
    record Suspects(Function onlyFunction, boolean onlyViews) {

        /** Whether an object, before a step, stands on the memory of another. */
        private static boolean sharer(Case judged, int object, int before, int base) {
            if (!Traits.include(judged.traits(), Traits.SHARED) || object == base) {
                return false;
            }
            for (int i = before - 1; i >= 0; i--) {
                if (judged.step(i) instanceof Step.Share share && share.object() == object) {
                    return share.of() == base;
                }
            }
            return false;
        }

        static Suspects before(Case judged, int index, int object) {
            Function only = null;
            boolean functions = false;
            boolean several = false;
            // what pins a stream is the buffer that the object is
            boolean views = judged.step(index) instanceof Step.Resize resize
                    && resize.way().ofStream();
            for (int i = index - 1; i >= 0; i--) {
                Step step = judged.step(i);
                if (step instanceof Step.Share share && share.of() == object) {
                    views = true;
                } else if (step instanceof Step.Call call && sharer(judged, call.object(), i, object)) {
                    functions = true;
                    several = true;
                } else if (step instanceof Step.Call call && call.object() == object) {
                    several |= !call.plain() || (only != null && only != call.function());
                    functions = true;
                    only = call.function();
                } else if (step instanceof Step.Acquire acquire && acquire.object() == object) {
                    views = true;
                } else if (step instanceof Step.Parse parse && parse.object() == object) {
                    views = true;
                } else if (step instanceof Step.Append append && append.of() == object) {
                    views = true;
                } else if (step instanceof Step.Within within && StepSubject.named(within.inside()) == object) {
                    // when that ran, and amid which function, is not told here
                    functions |= within.inside() instanceof Step.Call;
                    several = true;
                } else if (judged.fact(i) instanceof Fact.OfExclusive fact
                        && fact.state().object() == object
                        && !fact.state().exported()) {
                    break;
                } else if (step instanceof Step.Make make && make.object() == object
                        || step instanceof Step.Share made && made.object() == object) {
                    break;
                }
            }
            return new Suspects(several || views ? null : only, views && !functions);
        }
    }
}
