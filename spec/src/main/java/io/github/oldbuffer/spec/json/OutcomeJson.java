package io.github.oldbuffer.spec.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.form.JsonException;
import io.github.oldbuffer.spec.form.Limits;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Outcome.Death;

/** An outcome as a JSON object; {@code ended} says how. */
final class OutcomeJson {

    private static final Words<Death> DEATHS = Words.names(Death.values());

    private enum Kind {
        COMPLETED("completed"),
        UNSUPPORTED("unsupported"),
        DIED("died");

        private static final Words<Kind> WORDS = Words.of(values(), kind -> kind.word);

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    private OutcomeJson() {}

    static ObjectNode write(Outcome outcome) {
        if (outcome instanceof Outcome.Completed) {
            return node(Kind.COMPLETED);
        } else if (outcome instanceof Outcome.Unsupported unsupported) {
            return node(Kind.UNSUPPORTED).put("step", unsupported.step()).put("what", unsupported.what());
        } else if (outcome instanceof Outcome.Died died) {
            return node(Kind.DIED)
                    .put("death", DEATHS.of(died.death()))
                    .put("step", died.step())
                    .put("detail", died.detail());
        }
        throw new IllegalArgumentException("there is no JSON for the outcome " + outcome);
    }

    static Outcome read(Value value) throws JsonException {
        Fields fields = value.fields();
        Outcome outcome = switch (fields.get("ended").oneOf(Kind.WORDS)) {
            case COMPLETED -> Outcome.COMPLETED;
            case UNSUPPORTED ->
                new Outcome.Unsupported(step(fields), fields.get("what").text(Limits.TEXT));
            case DIED ->
                new Outcome.Died(
                        fields.get("death").oneOf(DEATHS),
                        step(fields),
                        fields.get("detail").text(Limits.TYPE_NAME));
        };
        fields.end();
        return outcome;
    }

    private static int step(Fields fields) throws JsonException {
        return fields.get("step").small(0, Limits.STEP_INDEX);
    }

    private static ObjectNode node(Kind kind) {
        return JsonNodeFactory.instance.objectNode().put("ended", kind.word);
    }
}
