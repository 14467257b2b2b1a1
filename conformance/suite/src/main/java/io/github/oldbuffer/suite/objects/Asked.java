package io.github.oldbuffer.suite.objects;

import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Told;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.suite.search.Try;
import java.util.ArrayList;
import java.util.List;

/**
 * The scenarios about an object that an expression gives: each function by itself, twice, beside each other and beside the
 * new protocol, in either order.
 *
 * <p>Each of them evaluates the expression anew.
 */
public final class Asked {

    /** What a byte is changed to: seldom what it was. */
    private static final int CHANGED = 0xA7;

    private final Step make;
    private final Told told;
    private final List<Try> tries = new ArrayList<>();

    private Asked(PythonExpression expression, Told told) {
        this.make = new Step.Make(0, expression);
        this.told = told;
    }

    /** The scenario that makes the object and no more. */
    public static Scenario making(PythonExpression expression) {
        return Scenario.of(new Step.Make(0, expression));
    }

    /** @param told what Python says of the object: what makes no sense by that is left out */
    public static List<Try> about(PythonExpression expression, Told told) {
        Asked asked = new Asked(expression, told);
        for (Function function : Function.values()) {
            asked.alone(function);
        }
        asked.both(Step.Call.of(Function.CHECK, 0), Step.Call.of(Function.READ, 0));
        asked.both(Step.Call.of(Function.WRITE, 0), Step.Call.of(Function.READ, 0));
        asked.both(new Step.Acquire(0, 0, Request.SIMPLE), Step.Call.of(Function.READ, 0));
        asked.both(new Step.Acquire(0, 0, Request.WRITABLE), Step.Call.of(Function.WRITE, 0));
        asked.both(new Step.Parse(0, Step.Code.Y_STAR), Step.Call.of(Function.READ, 0));
        asked.both(new Step.Parse(0, Step.Code.W_STAR), Step.Call.of(Function.WRITE, 0));
        asked.add(Step.Call.of(Function.WRITE, 0), new Step.Poke(0, 0, CHANGED), Step.Call.of(Function.READ, 0));
        return asked.tries;
    }

    private void alone(Function function) {
        Step call = Step.Call.of(function, 0);
        add(call);
        add(call, call);
        if (function.hasOutputs()) {
            Step peek = new Step.Peek(function, 0);
            add(call, peek);
            add(call, new Step.Change(0, 0, CHANGED), peek);
        }
    }

    private void both(Step one, Step other) {
        add(one, other);
        add(other, one);
    }

    private void add(Step... further) {
        List<Step> steps = new ArrayList<>(List.of(make));
        steps.addAll(List.of(further));
        Scenario scenario = new Scenario(steps);
        Transcript made = Transcript.completed(List.of(new Event.Made(null, told)));
        if (Facts.of(scenario, made).size() == steps.size()) {
            tries.add(new Try("", scenario));
        }
    }
}
