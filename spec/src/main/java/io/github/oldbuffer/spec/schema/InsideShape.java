package io.github.oldbuffer.spec.schema;

import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.Step.Call;
import io.github.oldbuffer.spec.scenario.Step.Drop;
import io.github.oldbuffer.spec.scenario.Step.Release;
import io.github.oldbuffer.spec.scenario.Step.Resize;
import io.github.oldbuffer.spec.scenario.StepKind;
import io.github.oldbuffer.spec.scenario.Way;
import io.github.oldbuffer.spec.shape.Choice;
import io.github.oldbuffer.spec.shape.Choice.Case;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Whole;
import io.github.oldbuffer.spec.shape.Word;
import java.util.Map;

/** A step that runs inside another: one of few kinds, and none with a step inside itself. */
public final class InsideShape {

    static final Whole LENGTH = new Whole(0, Limits.LENGTH, "length");

    static final Choice<Step> INSIDE = Choice.of(
            "do",
            "kind of step inside",
            Case.of(
                    StepKind.CALL.word(),
                    1,
                    Call.class,
                    Record.of(
                            Call::of,
                            Field.of("function", Call::function, Word.of(Function.values(), "function")),
                            name("object", Call::object))),
            Case.of(
                    StepKind.RESIZE.word(),
                    2,
                    Resize.class,
                    resize(Field.of("by", Resize::way, Word.of(Way.values(), Way::word, "way"))
                            .or(Way.ANY))),
            Case.of(
                    StepKind.RELEASE.word(),
                    3,
                    Release.class,
                    Record.one(Release::new, name("object", Release::object))),
            Case.of(StepKind.DROP.word(), 4, Drop.class, Record.one(Drop::new, name("object", Drop::object))));

    private InsideShape() {}

    /** The rows of the table of steps inside steps, by number. */
    public static Map<Integer, String> rows() {
        return INSIDE.rows();
    }

    static Record<Resize> resize(Field<Resize, Way> way) {
        return Record.of(Resize::new, name("object", Resize::object), Field.of("length", Resize::length, LENGTH), way);
    }

    static <T> Field<T, Integer> name(String name, java.util.function.Function<T, Integer> getter) {
        return Field.of(name, getter, number(name));
    }

    /** The number of an object or view. */
    static Small number(String what) {
        return new Small(Width.U8, 0, Scenario.MAX_NAME, what, "number of an object or view");
    }
}
