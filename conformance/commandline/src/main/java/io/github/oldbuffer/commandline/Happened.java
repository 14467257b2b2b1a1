package io.github.oldbuffer.commandline;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.text.EventText;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;

/** What became of one step of a scenario, in words. */
final class Happened {

    private Happened() {}

    /** @return empty where the implementation did not come so far */
    static String at(int index, Scenario scenario, Transcript transcript) {
        if (index < transcript.events().size()) {
            return EventText.of(scenario.steps().get(index), transcript.events().get(index));
        } else if (transcript.outcome() instanceof Outcome.Died died && died.step() == index) {
            return died.death() + " (" + Printable.of(died.detail()) + ")";
        } else if (transcript.outcome() instanceof Outcome.Unsupported unsupported && unsupported.step() == index) {
            return "unsupported: " + Printable.of(unsupported.what());
        }
        return "";
    }
}
