package io.github.oldbuffer.spec.schema;

import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.shape.Choice;
import io.github.oldbuffer.spec.shape.Choice.Case;
import io.github.oldbuffer.spec.shape.Field;
import io.github.oldbuffer.spec.shape.Record;
import io.github.oldbuffer.spec.shape.Shape;
import io.github.oldbuffer.spec.shape.Small;
import io.github.oldbuffer.spec.shape.Small.Width;
import io.github.oldbuffer.spec.shape.Text;
import io.github.oldbuffer.spec.shape.Word;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Completed;
import io.github.oldbuffer.spec.transcript.Outcome.Death;
import io.github.oldbuffer.spec.transcript.Outcome.Died;
import io.github.oldbuffer.spec.transcript.Outcome.Unsupported;
import java.util.Map;

/** The outcome of a transcript. */
public final class OutcomeShape {

    private static final Choice<Outcome> OUTCOME = Choice.of(
            "ended",
            "kind of outcome",
            Case.of("completed", 0, Completed.class, Record.constant((Completed) Outcome.COMPLETED)),
            Case.of(
                    "unsupported",
                    1,
                    Unsupported.class,
                    Record.of(
                            Unsupported::new,
                            step(Unsupported::step),
                            Field.of("what", Unsupported::what, new Text(Limits.TEXT, "unsupported thing")))),
            Case.of(
                    "died",
                    2,
                    Died.class,
                    Record.of(
                            Died::new,
                            Field.of("death", Died::death, Word.of(Death.values(), "kind of death")),
                            step(Died::step),
                            Field.of("detail", Died::detail, new Text(Limits.TYPE_NAME, "detail of the death")))));

    private OutcomeShape() {}

    public static Shape<Outcome> outcome() {
        return OUTCOME;
    }

    /** The rows of the table of outcomes, by number. */
    public static Map<Integer, String> rows() {
        return OUTCOME.rows();
    }

    private static <T> Field<T, Integer> step(java.util.function.Function<T, Integer> getter) {
        return Field.of("step", getter, Small.of(Width.U16, 0, Limits.STEP_INDEX, "index of the step"));
    }
}
