package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.transcript.Outcome;

/** An outcome in the packed form. */
final class OutcomeForm {

    private static final int COMPLETED = 0;
    private static final int UNSUPPORTED = 1;
    private static final int DIED = 2;

    private static final Outcome.Death[] DEATHS = Outcome.Death.values();

    private OutcomeForm() {}

    static void write(Writer out, Outcome outcome) {
        if (outcome instanceof Outcome.Completed) {
            out.u8(COMPLETED);
        } else if (outcome instanceof Outcome.Unsupported unsupported) {
            out.u8(UNSUPPORTED);
            out.u16(unsupported.step(), Limits.STEP_INDEX, "index of the step");
            out.text16(unsupported.what(), "unsupported thing");
        } else if (outcome instanceof Outcome.Died died) {
            out.u8(DIED);
            out.oneOf(died.death());
            out.u16(died.step(), Limits.STEP_INDEX, "index of the step");
            out.text8(died.detail(), "detail of the death");
        } else {
            throw new IllegalArgumentException("there is no packed form of the outcome " + outcome);
        }
    }

    static Outcome read(Reader in) throws MalformedException {
        return switch (in.u8(COMPLETED, DIED, "kind of outcome")) {
            case COMPLETED -> Outcome.COMPLETED;
            case UNSUPPORTED ->
                new Outcome.Unsupported(in.u16(Limits.STEP_INDEX, "index of the step"), in.text16("unsupported thing"));
            default ->
                new Outcome.Died(
                        in.oneOf(DEATHS, "kind of death"),
                        in.u16(Limits.STEP_INDEX, "index of the step"),
                        in.text8("detail of the death"));
        };
    }
}
