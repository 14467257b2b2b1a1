package io.github.oldbuffer.spec.text;

import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What a step did, in words such as {@code 0, pointer o0+0, length 5, bytes 0102030405}. */
public final class EventText {

    private EventText() {}

    /** @param step the step that did it: pointers are told from the start of its object */
    public static String of(Step step, Event event) {
        if (event instanceof Event.Made made) {
            return ended(made.raised(), List.of());
        } else if (event instanceof Event.Called called) {
            return called(step, called);
        } else if (event instanceof Event.Viewed viewed) {
            return viewed(step, viewed);
        } else if (event instanceof Event.Peeked peeked) {
            return sample(peeked.sample());
        } else if (event instanceof Event.Poked poked) {
            return poked.seen() < 0 ? "the byte could not be read by other means" : "the object has " + poked.seen();
        } else if (event instanceof Event.Done done) {
            return ended(done.raised(), done.traffic());
        } else if (event instanceof Event.Skipped skipped) {
            return "skipped: " + Printable.of(skipped.why());
        }
        throw new IllegalArgumentException("there are no words for the event " + event);
    }

    private static String called(Step step, Event.Called called) {
        StringJoiner words = new StringJoiner(", ");
        words.add(String.valueOf(called.code()));
        raised(words, called.raised());
        if (called.pointer().kind() != Pointer.Kind.UNTOUCHED) {
            words.add("pointer " + pointer(step, called.pointer()));
        }
        if (called.length() != null) {
            words.add("length " + called.length());
        }
        if (called.sample().state() != Sample.State.NONE) {
            words.add(sample(called.sample()));
        }
        references(words, "reference count", called.references());
        for (Count count : called.others().listed()) {
            references(words, "reference count of " + count.name(), count.change());
        }
        if (called.damage() != null) {
            words.add(damage(step, called.damage()));
        }
        traffic(words, called.traffic());
        return words.toString();
    }

    private static String viewed(Step step, Event.Viewed viewed) {
        StringJoiner words = new StringJoiner(", ");
        words.add(viewed.granted() ? "granted" : "refused");
        raised(words, viewed.raised());
        if (viewed.granted()) {
            words.add("pointer " + pointer(step, viewed.pointer())).add("length " + viewed.length());
        }
        if (viewed.fields() != null) {
            fields(words, viewed.fields());
        }
        traffic(words, viewed.traffic());
        return words.toString();
    }

    private static void fields(StringJoiner words, ViewFields fields) {
        words.add("readonly " + (fields.readonly() ? 1 : 0));
        words.add("format " + (fields.format() == null ? "NULL" : "'" + Printable.of(fields.format()) + "'"));
        words.add("itemsize " + fields.itemsize()).add("ndim " + fields.ndim());
        words.add("shape " + numbers(fields.shape())).add("strides " + numbers(fields.strides()));
        if (fields.suboffsets() != null) {
            words.add("suboffsets " + fields.suboffsets());
        }
    }

    private static String numbers(List<Long> numbers) {
        return numbers == null ? "NULL" : numbers.toString();
    }

    private static String ended(Raised raised, List<Traffic> traffic) {
        StringJoiner words = new StringJoiner(", ");
        if (raised == null) {
            words.add("done");
        }
        raised(words, raised);
        traffic(words, traffic);
        return words.toString();
    }

    private static void raised(StringJoiner words, Raised raised) {
        if (raised != null) {
            String message = raised.message().isEmpty() ? "" : " (" + Printable.of(raised.message()) + ")";
            words.add(Printable.of(raised.type()) + message);
        }
    }

    private static String pointer(Step step, Pointer pointer) {
        return switch (pointer.kind()) {
            case UNTOUCHED -> "untouched";
            case NULL -> "NULL";
            case WITHIN -> objectOf(step) + "+" + pointer.value();
            case ELSEWHERE -> "elsewhere #" + pointer.value();
        };
    }

    /** {@code changed the memory from o0-3 on, byte 2 of all that o0 stands on}. */
    private static String damage(Step step, Damage damage) {
        String object = objectOf(step);
        String words =
                "changed the memory from " + object + (damage.fromFirst() < 0 ? "" : "+") + damage.fromFirst() + " on";
        return damage.offset() == null
                ? words
                : words + ", byte " + damage.offset() + " of all that " + object + " stands on";
    }

    private static String objectOf(Step step) {
        if (step instanceof Step.Call call) {
            return StepText.object(call.object());
        } else if (step instanceof Step.Acquire acquire) {
            return StepText.object(acquire.object());
        } else if (step instanceof Step.Parse parse) {
            return StepText.object(parse.object());
        }
        return "object";
    }

    private static String sample(Sample sample) {
        return switch (sample.state()) {
            case NONE -> "no bytes";
            case UNREADABLE -> "memory that cannot be read";
            case READ -> sample.size() == 0 ? "no bytes" : "bytes " + sample.hex();
        };
    }

    private static void references(StringJoiner words, String which, int change) {
        if (change != 0 && change != Event.UNCOUNTED) {
            words.add(which + (change > 0 ? " +" : " ") + change);
        }
    }

    private static void traffic(StringJoiner words, List<Traffic> traffic) {
        for (Traffic seen : traffic) {
            String exporter = StepText.object(seen.object()) + "'s exporter"
                    + (seen.depth() == 0 ? "" : " inside " + seen.depth());
            words.add(
                    exporter + " " + seen.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + (asked(seen) ? " " + RequestFlags.of(seen.flags()) : ""));
        }
    }

    private static boolean asked(Traffic seen) {
        return seen.kind() == Traffic.Kind.ACQUIRED || seen.kind() == Traffic.Kind.REFUSED;
    }
}
