package io.github.oldbuffer.spec.schema;

import static io.github.oldbuffer.spec.schema.InsideShape.LENGTH;
import static io.github.oldbuffer.spec.schema.InsideShape.name;
import static io.github.oldbuffer.spec.schema.InsideShape.number;
import static io.github.oldbuffer.spec.schema.InsideShape.resize;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.form.Words;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Acquire;
import io.github.oldbuffer.spec.scenario.Step.Append;
import io.github.oldbuffer.spec.scenario.Step.Argument;
import io.github.oldbuffer.spec.scenario.Step.Border;
import io.github.oldbuffer.spec.scenario.Step.Call;
import io.github.oldbuffer.spec.scenario.Step.Change;
import io.github.oldbuffer.spec.scenario.Step.Code;
import io.github.oldbuffer.spec.scenario.Step.Drop;
import io.github.oldbuffer.spec.scenario.Step.Make;
import io.github.oldbuffer.spec.scenario.Step.Parse;
import io.github.oldbuffer.spec.scenario.Step.Peek;
import io.github.oldbuffer.spec.scenario.Step.Poke;
import io.github.oldbuffer.spec.scenario.Step.Release;
import io.github.oldbuffer.spec.scenario.Step.ReleaseView;
import io.github.oldbuffer.spec.scenario.Step.Resize;
import io.github.oldbuffer.spec.scenario.Step.Share;
import io.github.oldbuffer.spec.scenario.Step.Within;
import io.github.oldbuffer.spec.scenario.StepKind;
import io.github.oldbuffer.spec.scenario.Way;
import io.github.oldbuffer.spec.shape.Choice;
import io.github.oldbuffer.spec.shape.Choice.Case;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.shape.Word;
import io.github.oldbuffer.spec.shape.WordSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A step of a scenario. */
public final class StepShape {

    private static final Word<Function> FUNCTION = Word.of(Function.values(), "function");
    private static final Word<Function> WITH_OUTPUTS =
            FUNCTION.except(Function.CHECK, "CHECK gives no pointer to peek through");
    private static final Small BYTE = Small.of(Width.U8, 0, 255, "value");

    private static final Choice<Step> STEP = Choice.of(
            "do",
            "kind of step",
            make(),
            madeBy(Born.C, 1),
            madeBy(Born.PYTHON, 12),
            Case.of(StepKind.CALL.word(), 2, Call.class, call()),
            Case.of(
                    StepKind.PEEK.word(),
                    3,
                    Peek.class,
                    Record.of(
                            Peek::new,
                            Field.of("function", Peek::function, WITH_OUTPUTS),
                            name("object", Peek::object))),
            Case.of(
                    StepKind.POKE.word(),
                    4,
                    Poke.class,
                    Record.of(
                            Poke::new,
                            name("object", Poke::object),
                            Field.of("offset", Poke::offset, Whole.any("offset")),
                            Field.of("value", Poke::value, BYTE))),
            Case.of(
                    StepKind.CHANGE.word(),
                    5,
                    Change.class,
                    Record.of(
                            Change::new,
                            name("object", Change::object),
                            Field.of("offset", Change::offset, Whole.any("offset")),
                            Field.of("value", Change::value, BYTE))),
            Case.inJson(
                    StepKind.RESIZE.word(),
                    Resize.class,
                    resize(Field.of("by", Resize::way, Word.of(Way.values(), Way::word, "way"))
                            .or(Way.ANY))),
            Case.inPacked(
                            6,
                            Resize.class,
                            Record.of(
                                    Resize::new,
                                    name("object", Resize::object),
                                    Field.of("length", Resize::length, LENGTH)))
                    .when(resize -> resize.way() == Way.ANY),
            Case.of(
                    StepKind.RELEASE.word(),
                    7,
                    Release.class,
                    Record.one(Release::new, name("object", Release::object))),
            Case.of(
                    StepKind.ACQUIRE.word(),
                    8,
                    Acquire.class,
                    Record.of(
                            Acquire::new,
                            name("view", Acquire::view),
                            name("object", Acquire::object),
                            Field.of("request", Acquire::request, Word.of(Request.values(), "request")))),
            Case.of(
                    StepKind.RELEASE_VIEW.word(),
                    9,
                    ReleaseView.class,
                    Record.one(ReleaseView::new, name("view", ReleaseView::view))),
            Case.of(
                    StepKind.PARSE.word(),
                    10,
                    Parse.class,
                    Record.of(
                            Parse::new,
                            name("object", Parse::object),
                            Field.of("code", Parse::code, Word.of(Code.values(), Code::text, "code")))),
            Case.of(StepKind.DROP.word(), 11, Drop.class, Record.one(Drop::new, name("object", Drop::object))),
            Case.of(StepKind.BORDER.word(), 13, Border.class, Record.one(Border::new, name("object", Border::object))),
            Case.inPacked(14, Resize.class, resize(Field.of("by", Resize::way, knownWay()))),
            Case.of(
                    StepKind.SHARE.word(),
                    15,
                    Share.class,
                    Record.of(
                            Share::new,
                            name("object", Share::object),
                            Field.of("of", Share::of, number("object")),
                            Field.of("as", Share::sharing, Word.of(Sharing.values(), Sharing::word, "sharing")),
                            Field.of("start", Share::start, new Whole(0, Limits.LENGTH, "start"))
                                    .or(0L))),
            Case.of(
                    StepKind.APPEND.word(),
                    16,
                    Append.class,
                    Record.of(
                            Append::new,
                            name("object", Append::object),
                            Field.of("of", Append::of, number("object")),
                            Field.of("by", Append::way, Word.of(Way.values(), Way::word, "way")))),
            Case.of(
                    StepKind.WITHIN.word(),
                    17,
                    Within.class,
                    Record.of(
                            Within::new,
                            name("object", Within::object),
                            Field.of("when", Within::moment, Word.of(Moment.values(), Moment::word, "moment")),
                            Field.of("step", Within::inside, InsideShape.INSIDE))));

    /** What the shortest step takes. */
    public static final int LEAST_BYTES = 2;

    private StepShape() {}

    public static Shape<Step> step() {
        return STEP;
    }

    /** The rows of the table of steps, by number. */
    public static Map<Integer, String> rows() {
        return STEP.rows();
    }

    private static Record<Call> call() {
        return Record.of(
                Call::new,
                Field.of("function", Call::function, FUNCTION),
                name("object", Call::object),
                Field.of(
                                "nulls",
                                Call::nulls,
                                new WordSet<>(
                                        Argument.class,
                                        Words.names(Argument.values()),
                                        Width.U8,
                                        "set of NULL arguments"))
                        .or(Set.of()),
                Field.of("pending", Call::pending, ExporterShape.EXCEPTION.orNone("pending exception"))
                        .or(null));
    }

    private static Case<Make> make() {
        Field<Make, Integer> object = name("object", Make::object);
        Field<Make, Exporter> exporter = Field.of("exporter", Make::exporter, ExporterShape.EXPORTER);
        Field<Make, Born> born = Field.of(
                        "born",
                        Make::born,
                        Word.of(Born.values(), each -> each.name().toLowerCase(Locale.ROOT), "birth"))
                .or(Born.C);
        return Case.inJson(
                StepKind.MAKE.word(),
                Make.class,
                Record.of(Make::new, object, exporter, born).writing(object, born, exporter));
    }

    private static Case<Make> madeBy(Born born, int tag) {
        Record<Make> record = Record.of(
                (object, exporter) -> new Make(object, exporter, born),
                name("object", Make::object),
                Field.of("exporter", Make::exporter, ExporterShape.EXPORTER));
        return Case.inPacked(tag, Make.class, record).when(make -> make.born() == born);
    }

    private static Word<Way> knownWay() {
        return Word.of(Way.values(), Way::word, "way").except(Way.ANY, "a resize in any way has a form of its own");
    }
}
