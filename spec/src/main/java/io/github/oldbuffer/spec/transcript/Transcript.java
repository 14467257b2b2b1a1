package io.github.oldbuffer.spec.transcript;

import java.util.List;

/**
 * What an implementation did with a scenario.
 *
 * @param outcome how it ended
 * @param events one for each step, in order, where the scenario was completed; where the implementation died, as many as
 *     are known, which may be none
 */
public record Transcript(Outcome outcome, List<Event> events) {
    public Transcript {
        events = List.copyOf(events);
    }

    public static Transcript completed(List<Event> events) {
        return new Transcript(Outcome.COMPLETED, events);
    }

    public static Transcript unsupported(int step, String what) {
        return new Transcript(new Outcome.Unsupported(step, what), List.of());
    }
}
