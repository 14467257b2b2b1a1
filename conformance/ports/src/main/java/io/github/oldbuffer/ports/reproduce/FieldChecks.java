package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.judge.Judge;
import io.github.oldbuffer.spec.judge.Verdict;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of views that a clause finds wrong.
 *
 * <p>Much in a view may be so or otherwise: a field is at fault where the right transcript, with the wrong one's value in
 * that field and in no other, violates the clause.
 */
record FieldChecks(String clause, Scenario scenario, Transcript wrong, Transcript right) {

    private static final Set<Aspect> LOOKED_AT = EnumSet.copyOf(Aspect.FIELDS);

    static {
        LOOKED_AT.add(Aspect.LENGTH);
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        int size = Math.min(wrong.events().size(), right.events().size());
        for (int i = 0; i < size; i++) {
            if (wrong.events().get(i) instanceof Event.Viewed one
                    && right.events().get(i) instanceof Event.Viewed other
                    && one.granted()
                    && other.granted()
                    && one.fields() != null
                    && other.fields() != null) {
                for (Aspect aspect : LOOKED_AT) {
                    String seen = aspect.of(one).orElseThrow();
                    String expected = aspect.of(other).orElseThrow();
                    if (!seen.equals(expected) && blamed(i, with(aspect, one, other))) {
                        checks.add(new Check(i, aspect, seen.equals(Aspect.NULL) ? Aspect.GIVEN : expected, seen));
                    }
                }
            }
        }
        return checks;
    }

    private boolean blamed(int step, Event instead) {
        List<Event> events = new ArrayList<>(right.events());
        events.set(step, instead);
        return Judge.judge(clause, scenario, new Transcript(right.outcome(), events))
                        .kind()
                == Verdict.Kind.VIOLATED;
    }

    /** One event but for an aspect, which is the other's. */
    private static Event with(Aspect aspect, Event.Viewed from, Event.Viewed rest) {
        ViewFields one = from.fields();
        ViewFields other = rest.fields();
        return new Event.Viewed(
                true,
                rest.raised(),
                rest.pointer(),
                aspect == Aspect.LENGTH ? from.length() : rest.length(),
                rest.traffic(),
                new ViewFields(
                        (aspect == Aspect.READONLY ? one : other).readonly(),
                        (aspect == Aspect.ITEMSIZE ? one : other).itemsize(),
                        (aspect == Aspect.FORMAT ? one : other).format(),
                        (aspect == Aspect.NDIM ? one : other).ndim(),
                        (aspect == Aspect.SHAPE ? one : other).shape(),
                        (aspect == Aspect.STRIDES ? one : other).strides(),
                        (aspect == Aspect.SUBOFFSETS ? one : other).suboffsets()));
    }
}
