package io.github.oldbuffer.spec.judge.rule;

import io.github.oldbuffer.spec.facts.Layout;
import io.github.oldbuffer.spec.facts.State;
import io.github.oldbuffer.spec.judge.Findings;
import io.github.oldbuffer.spec.judge.seen.CallSeen;
import io.github.oldbuffer.spec.judge.seen.Case;
import io.github.oldbuffer.spec.judge.seen.Traits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.transcript.Damage;

/**
 * CHAR-12, READ-12, WRITE-12: the call itself changes nothing in the object's memory, nor in what lies around it: the
 * rest of what the object stands on, such as a memoryview's base, and guards in front of that and behind it.
 */
record MemoryUnchanged(Function function) implements Rule {
    @Override
    public int needs() {
        return Traits.of(function);
    }

    @Override
    public void examine(Case judged, Findings findings) {
        for (CallSeen call : judged.calls()) {
            if (!call.gone()
                    && call.function() == function
                    && call.state().subject().hasMemory()) {
                Damage damage = call.event().damage();
                if (!findings.holds(damage == null)) {
                    State state = call.state();
                    findings.violated(
                            call.step(),
                            symptom(fromFirst(damage, state), state.subject().layout()),
                            () -> call.told() + " " + call.answer() + " and changed " + place(damage, state));
                }
            }
        }
    }

    /** Told by the whole where that is known: it has no two opinions about where an object's first item is. */
    private static long fromFirst(Damage damage, State state) {
        return damage.offset() == null
                ? damage.fromFirst()
                : damage.offset() - state.subject().layout().start();
    }

    private static String symptom(long fromFirst, Layout layout) {
        if (fromFirst < layout.low()) {
            return "the call wrote in front of the object's memory";
        }
        return fromFirst < layout.high()
                ? "the call changed the object's memory"
                : "the call wrote behind the object's memory";
    }

    /** {@code byte 2 of the 12 bytes that it stands on, 3 bytes in front of its first item}. */
    private static String place(Damage damage, State state) {
        long fromFirst = fromFirst(damage, state);
        String relative = fromFirst < 0
                ? bytes(-fromFirst) + " in front of its first item"
                : fromFirst == 0
                        ? "where its first item begins"
                        : bytes(fromFirst) + " behind the start of its first item";
        if (damage.offset() == null) {
            return "a byte " + relative;
        }
        long whole = state.subject().memory();
        long offset = damage.offset();
        String ofWhole = "the " + bytes(whole) + " that it stands on";
        String where = offset < 0 ? ", in front of " : offset < whole ? " of " : ", behind ";
        return "byte " + offset + where + ofWhole + ", " + relative;
    }

    private static String bytes(long count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }
}
