package io.github.oldbuffer.spec.schema;

import static io.github.oldbuffer.spec.schema.StepFields.FUNCTION;
import static io.github.oldbuffer.spec.schema.StepFields.WAY;
import static io.github.oldbuffer.spec.schema.StepFields.object;
import static io.github.oldbuffer.spec.schema.StepFields.resize;

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
import java.util.Map;

/** A step that runs inside another: one of few kinds, and none with a step inside itself. */
public final class InsideShape {

    static final Choice<Step> INSIDE = Choice.of(
            "do",
            "kind of step inside",
            Case.of(
                    StepKind.CALL.word(),
                    1,
                    Call.class,
                    Record.of(
                            Call::of,
                            Field.of("function", Call::function, FUNCTION).kept(),
                            object(Call::object))),
            Case.of(
                    StepKind.RESIZE.word(),
                    2,
                    Resize.class,
                    resize(Field.of("by", Resize::way, WAY).or(Way.ANY))),
            Case.of(StepKind.RELEASE.word(), 3, Release.class, Record.one(Release::new, object(Release::object))),
            Case.of(StepKind.DROP.word(), 4, Drop.class, Record.one(Drop::new, object(Drop::object))));

    private InsideShape() {}

    /** The rows of the table of steps inside steps, by number. */
    public static Map<Integer, String> rows() {
        return INSIDE.rows();
    }
}
