package io.github.oldbuffer.probe;

import io.github.oldbuffer.spec.scenario.Crossing;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * Tells the deaths that a function causes from those of a runtime that does not survive C being handed the object,
 * whatever C does with it.
 */
final class AtTheBorder {

    private AtTheBorder() {}

    /**
     * The transcript of a scenario, in which a death at the border is told as that.
     *
     * @param runner hands C the same object once more, in a process that has run nothing since the last death
     */
    static Transcript told(Scenario scenario, Transcript transcript, Confirmation.Runner runner) {
        if (!(transcript.outcome() instanceof Outcome.Died died)) {
            return transcript;
        }
        Optional<Crossing> crossing = Crossing.of(scenario, died.step());
        if (crossing.isEmpty()) {
            return transcript;
        }
        Scenario alone = crossing.get().alone(scenario, died.step());
        Transcript border =
                alone.equals(scenario) ? transcript : runner.run(List.of(alone)).get(0);
        return border.outcome() instanceof Outcome.Died same && same.step() == died.step()
                ? new Transcript(
                        new Outcome.Died(Outcome.Death.AT_THE_BORDER, died.step(), same.detail()), transcript.events())
                : transcript;
    }
}
