package io.github.oldbuffer.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.MalformedException;
import io.github.oldbuffer.spec.form.Reader;
import io.github.oldbuffer.spec.form.Value;
import io.github.oldbuffer.spec.form.Writer;
import io.github.oldbuffer.spec.shape.Choice;
import io.github.oldbuffer.spec.shape.Choice.Case;
import io.github.oldbuffer.spec.shape.Definitions;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Flag;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Text;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Event.Called;
import io.github.oldbuffer.spec.transcript.Event.Done;
import io.github.oldbuffer.spec.transcript.Event.Made;
import io.github.oldbuffer.spec.transcript.Event.Peeked;
import io.github.oldbuffer.spec.transcript.Event.Poked;
import io.github.oldbuffer.spec.transcript.Event.Skipped;
import io.github.oldbuffer.spec.transcript.Event.Viewed;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Told;
import io.github.oldbuffer.spec.transcript.Traffic;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.List;
import java.util.Map;

/** An event of a transcript. */
public final class EventShape {

    /** What the shortest event takes. */
    public static final int LEAST_BYTES = 2;

    private static final RaisedShape RAISED = new RaisedShape();
    private static final PointerShape POINTER = new PointerShape();
    private static final MaybeLength LENGTH = new MaybeLength();
    private static final SampleShape SAMPLE = new SampleShape();
    private static final CountsShape COUNTS = new CountsShape();
    private static final DamageShape DAMAGE = new DamageShape();

    private static final Made MADE_WELL = new Made(null);

    private static final Choice<Event> EVENT = Choice.of(
            "did",
            "kind of event",
            made(),
            Case.inPacked(
                            1,
                            Made.class,
                            Record.one(raised -> raised == null ? MADE_WELL : new Made(raised), raised(Made::raised)))
                    .when(made -> made.told() == null),
            Case.of("called", 2, Called.class, called()),
            Case.inJson("viewed", Viewed.class, viewed(true)),
            Case.inPacked(3, Viewed.class, viewed(false)).when(viewed -> viewed.fields() == null),
            Case.of("peeked", 4, Peeked.class, Record.one(Peeked::new, SampleShape.field(Peeked::sample))),
            Case.of(
                    "poked",
                    5,
                    Poked.class,
                    Record.one(Poked::new, Field.of("seen", Poked::seen, Small.of(Width.I16, -1, 255, "byte seen")))),
            Case.of(
                    "done",
                    6,
                    Done.class,
                    Record.of(Done::new, raised(Done::raised), TrafficShape.field(Done::traffic))),
            Case.of(
                    "skipped",
                    7,
                    Skipped.class,
                    Record.one(Skipped::new, Field.of("why", Skipped::why, new Text(Limits.TEXT, "reason")))),
            Case.inPacked(
                    8,
                    Made.class,
                    Record.of(Made::new, raised(Made::raised), Field.of("told", Made::told, ToldShape.TOLD))),
            Case.inPacked(9, Viewed.class, viewed(true)));

    private EventShape() {}

    public static Shape<Event> event() {
        return EVENT;
    }

    /** The rows of the table of events, by number. */
    public static Map<Integer, String> rows() {
        return EVENT.rows();
    }

    private static Case<Made> made() {
        return Case.inJson(
                "made",
                Made.class,
                Record.of(
                        Made::new,
                        raised(Made::raised),
                        Field.of("told", Made::told, (Shape<Told>) ToldShape.TOLD)
                                .or(null)));
    }

    private static Record<Called> called() {
        Field<Called, Integer> code = Field.of("code", Called::code, Small.any("code"));
        Field<Called, Raised> raised = raised(Called::raised);
        Field<Called, Pointer> pointer = PointerShape.field(Called::pointer);
        Field<Called, Long> length = Field.of("length", Called::length, LENGTH).or(null);
        Field<Called, Sample> sample = SampleShape.field(Called::sample).or(Sample.NONE);
        Field<Called, Integer> references = Field.of("references", Called::references, new ChangeShape("references"))
                .or(0);
        Field<Called, Counts> others =
                Field.of("others", Called::others, COUNTS).or(Counts.UNCHANGED);
        Field<Called, Damage> damage =
                Field.of("damage", Called::damage, DAMAGE).or(null);
        Field<Called, List<Traffic>> traffic = TrafficShape.field(Called::traffic);
        return Record.of(
                        given -> new Called(
                                given.get(code),
                                given.get(raised),
                                given.get(pointer),
                                given.get(length),
                                given.get(sample),
                                given.get(references),
                                given.get(others),
                                given.get(damage),
                                given.get(traffic)),
                        code,
                        raised,
                        pointer,
                        length,
                        sample,
                        references,
                        others,
                        damage,
                        traffic)
                .unpacking(EventShape::unpackCalled);
    }

    /** As the fields say, without an array of them: nearly all that is read of a batch are calls. */
    private static Called unpackCalled(Reader in) throws MalformedException {
        return new Called(
                in.i32("code"),
                RAISED.unpack(in),
                POINTER.unpack(in),
                LENGTH.unpack(in),
                SAMPLE.unpack(in),
                in.i32("references"),
                COUNTS.unpack(in),
                DAMAGE.unpack(in),
                TrafficShape.TRAFFIC.unpack(in));
    }

    private static Record<Viewed> viewed(boolean withFields) {
        Field<Viewed, Boolean> granted = Field.of("granted", Viewed::granted, new Flag("flag granted"));
        Field<Viewed, Raised> raised = raised(Viewed::raised);
        Field<Viewed, Pointer> pointer = PointerShape.field(Viewed::pointer);
        Field<Viewed, Long> length = Field.of("length", Viewed::length, Whole.any("length"))
                .or(0L, viewed -> !viewed.granted() && viewed.length() == 0);
        Field<Viewed, List<Traffic>> traffic = TrafficShape.field(Viewed::traffic);
        if (!withFields) {
            return Record.of(
                    given -> new Viewed(
                            given.get(granted),
                            given.get(raised),
                            given.get(pointer),
                            given.get(length),
                            given.get(traffic)),
                    granted,
                    raised,
                    pointer,
                    length,
                    traffic);
        }
        Field<Viewed, ViewFields> fields = Field.of(
                        "fields", Viewed::fields, (Shape<ViewFields>) ViewFieldsShape.FIELDS)
                .or(null);
        return Record.of(
                given -> new Viewed(
                        given.get(granted),
                        given.get(raised),
                        given.get(pointer),
                        given.get(length),
                        given.get(traffic),
                        given.get(fields)),
                granted,
                raised,
                pointer,
                length,
                traffic,
                fields);
    }

    private static <T> Field<T, Raised> raised(java.util.function.Function<T, Raised> getter) {
        return Field.of("raised", getter, RAISED).or(null);
    }

    /** A length that was told, or {@code null} for one that was not touched. */
    private record MaybeLength() implements Shape<Long> {

        @Override
        public void pack(Writer out, Long length) {
            out.flag(length != null);
            out.i64(length == null ? 0 : length);
        }

        @Override
        public Long unpack(Reader in) throws MalformedException {
            if (in.flag("flag before the length")) {
                return in.i64("length");
            }
            in.i64(0, 0, "length that was not touched");
            return null;
        }

        @Override
        public JsonNode json(Long length) {
            return JSON.numberNode(length);
        }

        @Override
        public Long parse(Value value) throws JsonException {
            return value.whole();
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return Whole.any("").schema(definitions);
        }

        @Override
        public String bytes(String name) {
            return "flag " + name + "-touched, i64 " + name + " (0 where untouched)";
        }
    }
}
