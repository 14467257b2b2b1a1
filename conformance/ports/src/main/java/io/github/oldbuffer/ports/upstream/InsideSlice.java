package io.github.oldbuffer.ports.upstream;

import io.github.oldbuffer.ports.reproduce.Resizing;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Sharing;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Slices of memoryviews in whose bounds code runs, in Python. */
final class InsideSlice {

    /** The class of such a bound. */
    static final String BOUND = "Bound";

    static final String DEFINITION = """
            class Bound(object):
                # of a slice: does something when it is asked for its number
                def __init__(self, *inside):
                    self.inside = inside

                def __index__(self):
                    for do in self.inside:
                        raised(do)
                    return 0


            """;

    private InsideSlice() {}

    /** Whether it is about the last step, which slices: what comes of the slice is for no step to look at. */
    static boolean sayable(Step.Within within, Scenario scenario) {
        return within.moment() == Moment.INDEX
                && within.inside() instanceof Step.Release
                && scenario.steps().get(scenario.steps().size() - 1) instanceof Step.Share share
                && of(scenario, share).contains(within);
    }

    /** What is done while a slice is made: what was announced about the view and has not been done yet. */
    static List<Step.Within> of(Scenario scenario, Step.Share share) {
        List<Step.Within> inside = new ArrayList<>();
        if (share.sharing() != Sharing.SLICE) {
            return inside;
        }
        for (Step step : scenario.steps().subList(0, scenario.steps().indexOf(share))) {
            if (step instanceof Step.Within within
                    && within.object() == share.of()
                    && within.moment() == Moment.INDEX) {
                inside.add(within);
            } else if (step instanceof Step.Share other
                    && other.sharing() == Sharing.SLICE
                    && other.of() == share.of()) {
                inside.clear();
            }
        }
        return inside;
    }

    /** The slice as an expression. */
    static String slice(Step.Share share, List<Step.Within> inside, Map<Integer, Exporter> exporters) {
        return "o" + share.of() + "[" + BOUND + "("
                + inside.stream()
                        .map(within -> ((Step.Release) within.inside()).object())
                        .map(object -> "o" + object + "." + Resizing.release(exporters.get(object)))
                        .collect(Collectors.joining(", "))
                + "):]";
    }
}
