package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.facts.InvalidException;
import io.github.oldbuffer.spec.facts.World;
import io.github.oldbuffer.spec.judge.Verdict.Kind;
import io.github.oldbuffer.spec.judge.Verdict.Violation;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A scenario about object 0 and its transcript, step by step: perfect, except where a test spoils an event. */
final class Play {

    private static final UnaryOperator<Event> AS_IT_IS = UnaryOperator.identity();

    private final Perfect perfect;
    private final World world = new World();
    private final List<Step> steps = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private Play(Perfect perfect) {
        this.perfect = perfect;
    }

    static Play of(Perfect perfect) {
        return new Play(perfect);
    }

    /** Begins by making object 0. */
    static Play with(Exporter exporter) {
        return with(exporter, false);
    }

    /** Begins by making object 0; {@code grantsOpen} says how what is left open is read. */
    static Play with(Exporter exporter, boolean grantsOpen) {
        return new Play(new Perfect(grantsOpen, true)).step(new Step.Make(0, exporter));
    }

    Play step(Step step) {
        return step(step, AS_IT_IS);
    }

    Play step(Step step, UnaryOperator<Event> spoil) {
        try {
            events.add(spoil.apply(perfect.answer(step, world.take(step))));
            steps.add(step);
        } catch (InvalidException senseless) {
            throw new AssertionError("the test's own scenario is invalid: " + senseless.getMessage(), senseless);
        }
        return this;
    }

    Play call(Function function) {
        return step(Step.Call.of(function, 0));
    }

    Play call(Function function, UnaryOperator<Answer> spoil) {
        return step(Step.Call.of(function, 0), Answer.spoilt(spoil));
    }

    /** A step that is answered by an event of the test's own. */
    Play step(Step step, Event event) {
        return step(step, perfect -> event);
    }

    Scenario scenario() {
        return new Scenario(steps);
    }

    List<Event> events() {
        return events;
    }

    Map<String, Verdict> verdicts() {
        return Judge.judge(scenario(), Transcript.completed(events));
    }

    Verdict verdict(String clause) {
        return Judge.judge(clause, scenario(), Transcript.completed(events));
    }

    /** Nothing is violated, and the clause is exercised. */
    void holds(String clause) {
        assertEquals(Map.of(), symptoms());
        assertEquals(Verdict.HOLDS, verdict(clause), clause);
    }

    /** The clause is not exercised; nothing is said of the others. */
    void saysNothingAbout(String clause) {
        assertEquals(Verdict.NOT_EXERCISED, verdict(clause), clause);
        assertFalse(verdicts().containsKey(clause));
    }

    /** The clause is violated with that symptom alone, seen at that step, and no other clause is. */
    void violates(String clause, String symptom, int step) {
        assertEquals(Map.of(clause, List.of(symptom)), symptoms());
        Verdict verdict = verdict(clause);
        assertEquals(Kind.VIOLATED, verdict.kind());
        assertEquals(verdict, verdicts().get(clause));
        Violation violation = verdict.violations().get(0);
        assertEquals(step, violation.step());
        assertFalse(violation.reason().isBlank());
        assertFalse(violation.reason().contains("{"), violation.reason());
    }

    /** The symptoms of every clause that is violated. */
    Map<String, List<String>> symptoms() {
        Map<String, List<String>> symptoms = new TreeMap<>();
        verdicts().forEach((clause, verdict) -> {
            if (verdict.kind() == Kind.VIOLATED) {
                symptoms.put(
                        clause,
                        verdict.violations().stream().map(Violation::symptom).toList());
            }
        });
        return symptoms;
    }
}
