package io.github.oldbuffer.spec.schema;

import static io.github.oldbuffer.spec.schema.StepFields.FUNCTION;
import static io.github.oldbuffer.spec.schema.StepFields.LENGTH;
import static io.github.oldbuffer.spec.schema.StepFields.WAY;
import static io.github.oldbuffer.spec.schema.StepFields.made;
import static io.github.oldbuffer.spec.schema.StepFields.object;
import static io.github.oldbuffer.spec.schema.StepFields.resize;
import static io.github.oldbuffer.spec.schema.StepFields.view;

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
import io.github.oldbuffer.spec.shape.Coded;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.shape.Word;
import io.github.oldbuffer.spec.shape.WordSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A step of a scenario. */
public final class StepShape {

    private static final Word<Function> WITH_OUTPUTS =
            FUNCTION.except(Function.CHECK, "CHECK gives no pointer to peek through");
    private static final Word<Born> BIRTH =
            Word.of(Born.values(), each -> each.name().toLowerCase(Locale.ROOT), "birth");
    private static final Word<Code> CODE = Word.of(Code.values(), Code::text, "code");
    private static final Word<Request> REQUEST = Word.of(Request.values(), "request");
    private static final Small BYTE = Small.of(Width.U8, 0, 255, "value");

    /** How many kinds choices told in the versions 1 and 2, in version 3, and in version 4. */
    private static final int FIRST_STEPS = 12;

    private static final int STEPS_OF_3 = 13;
    private static final int STEPS_OF_4 = 14;
    private static final int FIRST_CODES = 2;
    private static final int FIRST_REQUESTS = 5;
    private static final int VERSION_OF_BIRTHS = 3;
    private static final int VERSION_OF_WAYS = 4;
    private static final int VERSION_OF_WHAT_RUNS_INSIDE = 5;

    private static final Choice<Step> WRITTEN = Choice.of(
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
                            Field.of("function", Peek::function, WITH_OUTPUTS).kept(),
                            object(Peek::object))),
            Case.of(
                    StepKind.POKE.word(),
                    4,
                    Poke.class,
                    aByte(Poke::new, object(Poke::object), Poke::offset, Poke::value)),
            Case.of(
                    StepKind.CHANGE.word(),
                    5,
                    Change.class,
                    aByte(Change::new, object(Change::object), Change::offset, Change::value)),
            Case.inJson(
                    StepKind.RESIZE.word(),
                    Resize.class,
                    resize(Field.of("by", Resize::way, WAY)
                            .or(Way.ANY)
                            .within(given -> Coded.since(VERSION_OF_WAYS, WAY, Way.ANY)))),
            Case.inPacked(
                            6,
                            Resize.class,
                            Record.of(Resize::new, object(Resize::object), Field.of("length", Resize::length, LENGTH)))
                    .when(resize -> resize.way() == Way.ANY),
            Case.of(StepKind.RELEASE.word(), 7, Release.class, Record.one(Release::new, object(Release::object))),
            Case.of(
                    StepKind.ACQUIRE.word(),
                    8,
                    Acquire.class,
                    Record.of(
                            Acquire::new,
                            view(Acquire::view),
                            object(Acquire::object),
                            Field.of("request", Acquire::request, REQUEST)
                                    .within(given -> REQUEST.grown(VERSION_OF_WHAT_RUNS_INSIDE, FIRST_REQUESTS)))),
            Case.of(
                    StepKind.RELEASE_VIEW.word(),
                    9,
                    ReleaseView.class,
                    Record.one(ReleaseView::new, view(ReleaseView::view))),
            Case.of(
                    StepKind.PARSE.word(),
                    10,
                    Parse.class,
                    Record.of(
                            Parse::new,
                            object(Parse::object),
                            Field.of("code", Parse::code, CODE)
                                    .kept()
                                    .within(given -> CODE.grown(VERSION_OF_WHAT_RUNS_INSIDE, FIRST_CODES)))),
            Case.of(StepKind.DROP.word(), 11, Drop.class, Record.one(Drop::new, object(Drop::object))),
            Case.of(StepKind.BORDER.word(), 13, Border.class, Record.one(Border::new, object(Border::object))),
            Case.inPacked(14, Resize.class, resize(Field.of("by", Resize::way, knownWay()))),
            Case.of(StepKind.SHARE.word(), 15, Share.class, share()),
            Case.of(
                    StepKind.APPEND.word(),
                    16,
                    Append.class,
                    Record.of(
                            Append::new,
                            object(Append::object),
                            object("of", Append::of),
                            Field.of("by", Append::way, WAY))),
            Case.of(
                    StepKind.WITHIN.word(),
                    17,
                    Within.class,
                    Record.of(
                            Within::new,
                            object(Within::object),
                            Field.of("when", Within::moment, Word.of(Moment.values(), Moment::word, "moment")),
                            Field.of("step", Within::inside, InsideShape.INSIDE))));

    /** The plain calls are most of all, and come first. */
    private static final Choice<Step> STEP = WRITTEN.telling(
            Stream.concat(
                            Stream.of(
                                    Case.told(Call.class, plainCall()).when(Call::plain),
                                    WRITTEN.inJson(Make.class),
                                    WRITTEN.inJson(Call.class)),
                            WRITTEN.inJson().filter(each -> each.type() != Make.class && each.type() != Call.class))
                    .toList(),
            FIRST_STEPS,
            FIRST_STEPS,
            STEPS_OF_3,
            STEPS_OF_4);

    private static final Coded<Step> FIRST = WRITTEN.telling(List.of(WRITTEN.inJson(Make.class)));

    /** What the shortest step takes. */
    public static final int LEAST_BYTES = 2;

    private StepShape() {}

    public static Choice<Step> step() {
        return STEP;
    }

    /** What a scenario begins with: nothing can be done but to make an object. */
    public static Coded<Step> first() {
        return FIRST;
    }

    /** The rows of the table of steps, by number. */
    public static Map<Integer, String> rows() {
        return STEP.rows();
    }

    private static Record<Call> plainCall() {
        return Record.of(
                Call::of, Field.of("function", Call::function, FUNCTION).kept(), object(Call::object));
    }

    private static Record<Call> call() {
        Field<Call, Function> function =
                Field.of("function", Call::function, FUNCTION).kept();
        WordSet<Argument> arguments =
                new WordSet<>(Argument.class, Words.names(Argument.values()), Width.U8, "set of NULL arguments");
        return Record.of(
                Call::new,
                function,
                object(Call::object),
                Field.of("nulls", Call::nulls, arguments)
                        .or(Set.of())
                        .within(given -> (coder, like) -> has(given.get(function), arguments.code(coder, like))),
                Field.of("pending", Call::pending, ExporterShape.EXCEPTION.orNone("pending exception"))
                        .or(null));
    }

    /** Those of the arguments that a function has. */
    private static Set<Argument> has(Function function, Set<Argument> arguments) {
        if (!function.hasOutputs() && !arguments.isEmpty()) {
            arguments.retainAll(Set.of(Argument.OBJECT));
        }
        return arguments;
    }

    private static Record<Share> share() {
        Field<Share, Integer> of = object("of", Share::of);
        Word<Sharing> sharing = Word.of(Sharing.values(), Sharing::word, "sharing");
        return Record.of(
                Share::new,
                made(Share::object),
                of,
                Field.of("as", Share::sharing, sharing)
                        .within(given -> sharing.grown(VERSION_OF_WHAT_RUNS_INSIDE, Sharing.SLICE.ordinal())),
                Field.of("start", Share::start, new Whole(0, Limits.LENGTH, "start"))
                        .or(0L)
                        .within(given -> (coder, like) ->
                                coder.number(0, coder.length(given.get(of)), like == null ? 0 : like)));
    }

    private static <T> Record<T> aByte(
            Record.Three<Integer, Long, Integer, T> make,
            Field<T, Integer> object,
            java.util.function.Function<T, Long> offset,
            java.util.function.Function<T, Integer> value) {
        return Record.of(
                make,
                object,
                Field.of("offset", offset, Whole.any("offset")).within(given -> (coder, like) -> {
                    long last = Math.max(0, coder.length(given.get(object)) - 1);
                    return coder.number(0, last, like == null ? 0 : like);
                }),
                Field.of("value", value, BYTE)
                        .simplest(BYTE.most())
                        .within(given -> (coder, like) -> coder.choice(BYTE.most() + 1, like == null ? 0 : like)));
    }

    private static Case<Make> make() {
        Field<Make, Integer> object = made(Make::object);
        Field<Make, Exporter> exporter = Field.of("exporter", Make::exporter, ExporterShape.EXPORTER);
        Field<Make, Born> born = Field.of("born", Make::born, BIRTH)
                .or(Born.C)
                .within(given -> Born.inPython(given.get(exporter))
                        ? Coded.since(VERSION_OF_BIRTHS, BIRTH, Born.C)
                        : Coded.only(Born.C));
        return Case.inJson(
                StepKind.MAKE.word(),
                Make.class,
                Record.of(Make::new, object, exporter, born).writing(object, born, exporter));
    }

    private static Case<Make> madeBy(Born born, int tag) {
        Record<Make> record = Record.of(
                (object, exporter) -> new Make(object, exporter, born),
                made(Make::object),
                Field.of("exporter", Make::exporter, ExporterShape.EXPORTER));
        return Case.inPacked(tag, Make.class, record).when(make -> make.born() == born);
    }

    private static Word<Way> knownWay() {
        return WAY.except(Way.ANY, "a resize in any way has a form of its own");
    }
}
