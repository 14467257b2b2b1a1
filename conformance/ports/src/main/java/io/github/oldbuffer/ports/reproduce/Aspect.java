package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Something that can be told of a step in one text, by the kit and by a program that repeats the step. */
public enum Aspect {
    CODE("the result"),
    EXCEPTION("the exception"),
    /** Whether it is a TypeError, which is all that the contract asks. */
    TYPE_ERROR("the exception"),
    TEXT("the text of the exception"),
    POINTER("the pointer"),
    LENGTH("the length"),
    BYTES("the bytes"),
    REFERENCES("the object's references"),
    OTHERS("the references of the other objects"),
    MEMORY("the object's memory"),
    TRAFFIC("what the exporter saw"),
    /** How often the exporter was asked and told of a release, whatever the flags. */
    BALANCE("acquisitions and releases"),
    GRANTED("the answer"),
    /** Whether what was refused was refused with an exception, whichever. */
    REFUSAL("the exception of the refusal"),
    /** Whether a code of {@code PyArg_ParseTuple} gave a pointer at all. */
    NO_POINTER("the pointer"),
    READONLY("the field readonly"),
    FORMAT("the field format"),
    ITEMSIZE("the field itemsize"),
    NDIM("the field ndim"),
    SHAPE("the field shape"),
    /** Nobody goes along a dimension of one item: its stride is as good as any. */
    STRIDES("the field strides"),
    /** Whether there are any: where they lead to is for the address to tell. */
    SUBOFFSETS("the field suboffsets"),
    VALUE("the byte read by other means");

    /** The fields of a view beside its address and its length. */
    public static final Set<Aspect> FIELDS = Collections.unmodifiableSet(EnumSet.range(READONLY, SUBOFFSETS));

    /** A field that is there, whatever it says. */
    public static final String GIVEN = "given";

    public static final String NULL = "NULL";

    /** A stride of a dimension of one item. */
    public static final String ANY = "any";

    /** Any. */
    public static final String AN_EXCEPTION = "an exception";

    static final String A_TYPE_ERROR = "a TypeError";

    /** Bytes that programs look at. */
    static final int BYTES_SEEN = 24;

    private final String words;

    Aspect(String words) {
        this.words = words;
    }

    /** Such as {@code the result}. */
    public String words() {
        return words;
    }

    /** What an event tells of this; empty where it says nothing. */
    Optional<String> of(Event event) {
        if (event instanceof Event.Called called) {
            return called(called);
        } else if (event instanceof Event.Viewed viewed) {
            return viewed(viewed);
        } else if (event instanceof Event.Done done) {
            return switch (this) {
                case EXCEPTION -> Optional.of(type(done.raised()));
                case TRAFFIC -> Optional.of(traffic(done.traffic()));
                default -> Optional.empty();
            };
        } else if (event instanceof Event.Peeked peeked && this == BYTES) {
            return bytes(peeked.sample());
        } else if (event instanceof Event.Poked poked && this == VALUE) {
            return Optional.of(Integer.toString(poked.seen()));
        }
        return Optional.empty();
    }

    private Optional<String> called(Event.Called called) {
        return switch (this) {
            case CODE -> Optional.of(Integer.toString(called.code()));
            case EXCEPTION -> Optional.of(type(called.raised()));
            case TYPE_ERROR ->
                Optional.of(
                        called.raised() != null && called.raised().typeError() ? A_TYPE_ERROR : type(called.raised()));
            case TEXT -> Optional.ofNullable(called.raised()).map(Raised::message);
            case POINTER -> Optional.of(place(called.pointer()));
            case LENGTH ->
                Optional.of(
                        called.length() == null ? "not set" : called.length().toString());
            case BYTES -> called.code() == 0 ? bytes(called.sample()) : Optional.empty();
            case REFERENCES -> references(called.references());
            case OTHERS -> OtherCounts.of(called.others());
            case MEMORY -> Optional.of(called.damage() == null ? "unchanged" : "changed");
            case TRAFFIC -> Optional.of(traffic(called.traffic()));
            case BALANCE -> Optional.of(balance(called.traffic()));
            default -> Optional.empty();
        };
    }

    private Optional<String> viewed(Event.Viewed viewed) {
        return switch (this) {
            case GRANTED -> Optional.of(viewed.granted() ? "granted" : "refused");
            case EXCEPTION -> Optional.of(type(viewed.raised()));
            case TRAFFIC -> Optional.of(traffic(viewed.traffic()));
            case LENGTH -> viewed.granted() ? Optional.of(Long.toString(viewed.length())) : Optional.empty();
            case REFUSAL ->
                viewed.granted() ? Optional.empty() : Optional.of(viewed.raised() == null ? "none" : AN_EXCEPTION);
            case NO_POINTER ->
                viewed.granted()
                        ? Optional.of(viewed.pointer().kind() == Pointer.Kind.NULL ? NULL : GIVEN)
                        : Optional.empty();
            default -> viewed.granted() && viewed.fields() != null ? field(viewed.fields()) : Optional.empty();
        };
    }

    private Optional<String> field(ViewFields fields) {
        return switch (this) {
            case READONLY -> Optional.of(fields.readonly() ? "1" : "0");
            case FORMAT -> Optional.of(fields.format() == null ? NULL : fields.format());
            case ITEMSIZE -> Optional.of(Long.toString(fields.itemsize()));
            case NDIM -> Optional.of(Integer.toString(fields.ndim()));
            case SHAPE ->
                Optional.of(fields.shape() == null ? NULL : fields.shape().toString());
            case STRIDES -> Optional.of(fields.strides() == null ? NULL : strides(fields));
            case SUBOFFSETS -> Optional.of(fields.suboffsets() == null ? NULL : GIVEN);
            default -> Optional.empty();
        };
    }

    private static String strides(ViewFields fields) {
        StringJoiner words = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < fields.strides().size(); i++) {
            boolean any = fields.shape() != null
                    && i < fields.shape().size()
                    && fields.shape().get(i) == 1;
            words.add(any ? ANY : fields.strides().get(i).toString());
        }
        return words.toString();
    }

    private static String type(Raised raised) {
        return raised == null ? "none" : raised.type();
    }

    private static String place(Pointer pointer) {
        return switch (pointer.kind()) {
            case UNTOUCHED -> "not set";
            case NULL -> "NULL";
            case WITHIN -> pointer.value() == 0 ? "the object's memory" : "inside the object's memory";
            case ELSEWHERE -> "elsewhere";
        };
    }

    private static Optional<String> bytes(Sample sample) {
        if (sample.state() != Sample.State.READ) {
            return Optional.empty();
        }
        String hex = sample.hex();
        return Optional.of(hex.isEmpty() ? "no bytes" : hex.substring(0, Math.min(hex.length(), 2 * BYTES_SEEN)));
    }

    private static Optional<String> references(int change) {
        return change == Event.UNCOUNTED
                ? Optional.empty()
                : Optional.of(change == 0 ? "unchanged" : change > 0 ? "kept" : "lost");
    }

    private static String traffic(List<Traffic> traffic) {
        return traffic.isEmpty()
                ? "nothing"
                : traffic.stream().map(Aspect::word).collect(Collectors.joining(", "));
    }

    private static String word(Traffic seen) {
        String inner = seen.depth() == 0 ? "" : "inner object ";
        return inner
                + switch (seen.kind()) {
                    case ACQUIRED -> String.format("acquired with 0x%x", seen.flags());
                    case REFUSED -> String.format("refused 0x%x", seen.flags());
                    case RELEASED -> "released";
                    case RELEASED_UNKNOWN -> "released without need";
                    case ACTED -> "ran code";
                    case ACTED_IN_VAIN -> "ran code that raised";
                };
    }

    private static String balance(List<Traffic> traffic) {
        return count(traffic, Traffic.Kind.ACQUIRED) + " acquired, " + count(traffic, Traffic.Kind.RELEASED)
                + " released, " + count(traffic, Traffic.Kind.RELEASED_UNKNOWN) + " released without need";
    }

    private static long count(List<Traffic> traffic, Traffic.Kind kind) {
        return traffic.stream().filter(seen -> seen.kind() == kind).count();
    }
}
