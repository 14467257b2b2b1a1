package io.github.oldbuffer.conformance.sweep;

import io.github.oldbuffer.conformance.reduce.Reductions;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import java.util.Comparator;
import java.util.Optional;

/**
 * A deviation that a sweep met, with the smallest of its scenarios that shows it.
 *
 * @param death how the implementation died; empty for a violation
 */
public record Swept(String reason, Scenario witness, Optional<Outcome.Died> death) {
    /** A total order, so that whatever was swept first, the same witness is left. */
    private static final Comparator<Scenario> SIZE =
            Comparator.comparingLong(Reductions::size).thenComparing(ScenarioJson::write);

    /** The one with the smaller witness. */
    Swept or(Swept other) {
        return SIZE.compare(witness, other.witness) <= 0 ? this : other;
    }
}
