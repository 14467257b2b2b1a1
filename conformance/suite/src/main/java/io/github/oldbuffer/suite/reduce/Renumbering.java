package io.github.oldbuffer.suite.reduce;

import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the objects and views of a scenario from 0 on, in the order in which they appear. */
final class Renumbering {

    private final Map<Integer, Integer> objects = new HashMap<>();
    private final Map<Integer, Integer> views = new HashMap<>();

    private Renumbering() {}

    static Scenario of(Scenario scenario) {
        Renumbering numbers = new Renumbering();
        List<Step> steps = scenario.steps().stream().map(numbers::renumbered).toList();
        return new Scenario(steps);
    }

    private int object(int number) {
        return objects.computeIfAbsent(number, unknown -> objects.size());
    }

    private int view(int number) {
        return views.computeIfAbsent(number, unknown -> views.size());
    }

    private Step renumbered(Step step) {
        if (step instanceof Step.Make make) {
            return new Step.Make(object(make.object()), make.exporter(), make.born());
        } else if (step instanceof Step.Call call) {
            return new Step.Call(call.function(), object(call.object()), call.nulls(), call.pending());
        } else if (step instanceof Step.Peek peek) {
            return new Step.Peek(peek.function(), object(peek.object()));
        } else if (step instanceof Step.Poke poke) {
            return new Step.Poke(object(poke.object()), poke.offset(), poke.value());
        } else if (step instanceof Step.Change change) {
            return new Step.Change(object(change.object()), change.offset(), change.value());
        } else if (step instanceof Step.Resize resize) {
            return new Step.Resize(object(resize.object()), resize.length(), resize.way());
        } else if (step instanceof Step.Release release) {
            return new Step.Release(object(release.object()));
        } else if (step instanceof Step.Acquire acquire) {
            return new Step.Acquire(view(acquire.view()), object(acquire.object()), acquire.request());
        } else if (step instanceof Step.ReleaseView release) {
            return new Step.ReleaseView(view(release.view()));
        } else if (step instanceof Step.Parse parse) {
            return new Step.Parse(object(parse.object()), parse.code());
        }
        if (step instanceof Step.Share share) {
            return new Step.Share(object(share.object()), object(share.of()), share.sharing(), share.start());
        }
        if (step instanceof Step.Append append) {
            return new Step.Append(object(append.object()), object(append.of()), append.way());
        }
        if (step instanceof Step.Within within) {
            return new Step.Within(object(within.object()), within.moment(), renumbered(within.inside()));
        }
        if (step instanceof Step.Border border) {
            return new Step.Border(object(border.object()));
        }
        return new Step.Drop(object(((Step.Drop) step).object()));
    }
}
