package io.github.oldbuffer.suite.sweep;

import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.reduce.Reductions;

/**
 * A deviation that a sweep met, with the smallest of its scenarios that shows it.
 *
 * @param transcript what the implementation did with the witness
 * @param size of the witness, by {@link Reductions#size}
 */
public record Swept(Scenario witness, Transcript transcript, long size) {

    static Swept of(Scenario witness, Transcript transcript) {
        return new Swept(witness, transcript, Reductions.size(witness));
    }

    /** Whether the witness is not smaller than another scenario; asked so often that it says no as early as it can. */
    boolean mayBeLargerThan(Scenario other) {
        return other.steps().size() <= witness.steps().size() && Reductions.size(other) <= size;
    }

    /** The one with the smaller witness, by a total order: whatever was swept first, the same witness is left. */
    Swept or(Swept other) {
        if (size != other.size) {
            return size < other.size ? this : other;
        }
        // as shards are merged
        return text(witness).compareTo(text(other.witness)) <= 0 ? this : other;
    }

    private static String text(Scenario scenario) {
        return ScenarioJson.toTree(scenario).toString();
    }
}
