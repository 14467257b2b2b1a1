package io.github.oldbuffer.spec.compare;

import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.text.RequestFlags;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Traffic;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what one step did in two implementations. */
final class EventComparison {

    private final String word;
    private final int step;
    private final int object;
    private final boolean bytes;
    private final Differences found;

    private EventComparison(String word, int step, int object, boolean bytes, Differences found) {
        this.word = word;
        this.step = step;
        this.object = object;
        this.bytes = bytes;
        this.found = found;
    }

    /** @param bytes whether those read through a pointer mean anything */
    static void compare(Step step, int index, Event left, Event right, boolean bytes, Differences found) {
        EventComparison comparison = new EventComparison(Steps.word(step), index, Steps.object(step), bytes, found);
        if (left instanceof Event.Called one && right instanceof Event.Called other) {
            comparison.called(one, other);
        } else if (left instanceof Event.Viewed one && right instanceof Event.Viewed other) {
            comparison.viewed(one, other);
        } else if (left instanceof Event.Made one && right instanceof Event.Made other) {
            comparison.differ("the exception", type(one.raised()), type(other.raised()));
        } else if (left instanceof Event.Done one && right instanceof Event.Done other) {
            comparison.differ("the exception", type(one.raised()), type(other.raised()));
            comparison.traffic(one.traffic(), other.traffic());
        } else if (left instanceof Event.Peeked one && right instanceof Event.Peeked other) {
            comparison.sameBytes(one.sample().equals(other.sample()), one, other);
        } else if (left instanceof Event.Poked one && right instanceof Event.Poked other) {
            comparison.sameBytes(one.seen() == other.seen(), one, other);
        } else if (left.getClass() != right.getClass()) {
            comparison.differ("what happened", event(left), event(right));
        }
    }

    private void called(Event.Called left, Event.Called right) {
        differ("the result", String.valueOf(left.code()), String.valueOf(right.code()));
        differ("the exception", type(left.raised()), type(right.raised()));
        boolean bothGave = left.code() == right.code() && left.length() != null && right.length() != null;
        boolean empty = bothGave && left.length() == 0 && right.length() == 0;
        if (!empty) {
            differ("the pointer", place(left.pointer()), place(right.pointer()));
        }
        differ("the length", touched(left.length()), touched(right.length()));
        if (bothGave && !left.length().equals(right.length())) {
            found.add(new Difference(
                    word + ": the length differs",
                    step,
                    word + ": length " + left.length() + ", the other: " + right.length()));
        }
        if (bothGave && left.length().equals(right.length())) {
            sameBytes(left.sample().equals(right.sample()), left.sample(), right.sample());
        }
        references(left.references(), right.references(), "the object's references");
        others(left.others(), right.others());
        differ("the object's memory", damage(left.damage()), damage(right.damage()));
        traffic(left.traffic(), right.traffic());
    }

    private void viewed(Event.Viewed left, Event.Viewed right) {
        differ("the answer", left.granted() ? "granted" : "refused", right.granted() ? "granted" : "refused");
        differ("the exception", type(left.raised()), type(right.raised()));
        if (left.granted() && right.granted()) {
            if (left.length() != 0) {
                differ("the pointer", place(left.pointer()), place(right.pointer()));
            }
            if (left.length() != right.length()) {
                differ("the length", "one", "another");
            }
        }
        traffic(left.traffic(), right.traffic());
    }

    private void references(int left, int right, String what) {
        if (left != Event.UNCOUNTED && right != Event.UNCOUNTED) {
            differ(what, change(left), change(right));
        }
    }

    /** Each object by itself: two mistakes about two objects do not make up for one another. */
    private void others(Counts left, Counts right) {
        Stream.concat(left.listed().stream(), right.listed().stream()).forEach(count -> {
            String whose = count.object() == object
                    ? "the references of an object inside it"
                    : "the references of another object";
            references(left.of(count.object(), count.depth()), right.of(count.object(), count.depth()), whose);
        });
    }

    private void traffic(List<Traffic> left, List<Traffic> right) {
        differ("what the exporter saw", traffic(left), traffic(right));
    }

    private void sameBytes(boolean same, Object left, Object right) {
        if (bytes && !same) {
            found.add(new Difference(word + ": the bytes differ", step, word + ": " + left + ", the other: " + right));
        }
    }

    private void differ(String what, String left, String right) {
        if (!Objects.equals(left, right)) {
            String words = word + ": " + what + ": " + left + ", the other: " + right;
            found.add(new Difference(words, step, words));
        }
    }

    private static String type(Raised raised) {
        return raised == null ? "none" : raised.type();
    }

    private static String touched(Long length) {
        return length == null ? "not set" : "set";
    }

    private static String place(Pointer pointer) {
        return switch (pointer.kind()) {
            case UNTOUCHED -> "not set";
            case NULL -> "NULL";
            case WITHIN -> pointer.value() == 0 ? "the object's memory" : "inside the object's memory";
            case ELSEWHERE -> "elsewhere";
        };
    }

    private static String damage(Damage damage) {
        return damage == null ? "unchanged" : "changed";
    }

    private static String change(int references) {
        return references == 0 ? "unchanged" : references > 0 ? "kept" : "lost";
    }

    private static String event(Event event) {
        return event.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** {@code acquired with 0x0, another object released}; which object saw it matters, its number does not. */
    private String traffic(List<Traffic> traffic) {
        if (traffic.isEmpty()) {
            return "nothing";
        }
        return traffic.stream()
                .map(seen -> (object == Steps.NO_OBJECT || seen.object() == object ? "" : "another object ")
                        + (seen.depth() == 0 ? "" : "inner object ")
                        + switch (seen.kind()) {
                            case ACQUIRED -> "acquired with " + RequestFlags.of(seen.flags());
                            case REFUSED -> "refused " + RequestFlags.of(seen.flags());
                            case RELEASED -> "released";
                            case RELEASED_UNKNOWN -> "released without need";
                            case ACTED -> "ran code";
                            case ACTED_IN_VAIN -> "ran code that raised";
                        })
                .collect(Collectors.joining(", "));
    }
}
