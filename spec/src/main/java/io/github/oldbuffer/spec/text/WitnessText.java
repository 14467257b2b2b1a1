package io.github.oldbuffer.spec.text;

import io.github.oldbuffer.spec.facts.Fact;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.Layout;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.results.Evidence;
import io.github.oldbuffer.spec.results.Evidence.Drawing;
import io.github.oldbuffer.spec.results.Evidence.Seen;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** A witness in words and drawings, so that a report needs nothing but results. */
public final class WitnessText {

    private static final int MOST_DRAWINGS = 4;

    private WitnessText() {}

    /**
     * Tells a witness.
     *
     * @param witness a valid scenario
     * @param beside what the model, or the other implementation, did with it; {@code null} where nobody was asked
     */
    public static Evidence of(Scenario witness, Transcript transcript, Transcript beside) {
        List<Seen> steps = new ArrayList<>();
        for (int i = 0; i < witness.steps().size(); i++) {
            steps.add(new Seen(
                    StepText.of(witness.steps().get(i)),
                    happened(i, witness, transcript),
                    beside == null ? "" : happened(i, witness, beside)));
        }
        return new Evidence(ScenarioJson.toTree(witness), steps, drawings(witness, transcript));
    }

    /**
     * What became of one step, in words.
     *
     * @return empty where the implementation did not come so far
     */
    public static String happened(int index, Scenario scenario, Transcript transcript) {
        if (index < transcript.events().size()) {
            return EventText.of(scenario.steps().get(index), transcript.events().get(index));
        } else if (transcript.outcome() instanceof Outcome.Died died && died.step() == index) {
            return died.death() + " (" + Printable.of(died.detail()) + ")";
        } else if (transcript.outcome() instanceof Outcome.Unsupported unsupported && unsupported.step() == index) {
            return "unsupported: " + Printable.of(unsupported.what());
        }
        return "";
    }

    private static List<Drawing> drawings(Scenario witness, Transcript transcript) {
        List<Fact> facts;
        try {
            facts = Facts.of(witness);
        } catch (InvalidException wrong) {
            throw new IllegalArgumentException("a witness is a valid scenario: " + wrong.getMessage(), wrong);
        }
        List<Drawing> drawings = new ArrayList<>();
        for (int i = 0; i < facts.size() && drawings.size() < MOST_DRAWINGS; i++) {
            if (witness.steps().get(i) instanceof Step.Call call
                    && call.function().hasOutputs()
                    && facts.get(i) instanceof Fact.OfCall fact
                    && fact.state().subject().hasMemory()) {
                Event event =
                        i < transcript.events().size() ? transcript.events().get(i) : null;
                drawings.add(drawing(i, call, fact, event));
            }
        }
        return drawings;
    }

    private static Drawing drawing(int index, Step.Call call, Fact.OfCall fact, Event event) {
        Layout layout = fact.state().subject().layout();
        Event.Called called = event instanceof Event.Called happened ? happened : null;
        Pointer pointer = called == null ? Pointer.UNTOUCHED : called.pointer();
        return new Drawing(
                index,
                StepText.of(call),
                fact.state().subject().memory(),
                layout.start(),
                layout.itemsize(),
                layout.shape(),
                layout.strides(),
                layout.indirect(),
                layout.readonly(),
                pointer.kind().name(),
                pointer.kind() == Pointer.Kind.WITHIN ? pointer.value() : 0,
                called == null || called.length() == null ? -1 : called.length());
    }
}
