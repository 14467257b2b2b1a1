package io.github.oldbuffer.spec.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.PythonExpression;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Told;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an expression gives is judged by what Python says of it, and by nothing else. */
class ToldTests {

    private static final PythonExpression EXPRESSION = new PythonExpression("x", "x = 1");
    private static final Sample BYTES = Sample.read(new byte[] {1, 2, 3, 4});
    private static final Told SHORTS = new Told(Told.Memory.SOME, true, 2, "h", List.of(2L), List.of(2L), false, BYTES);
    private static final Told STRIDED =
            new Told(Told.Memory.SOME, true, 2, "h", List.of(2L), List.of(4L), false, Sample.NONE);
    private static final Event REFUSED = called(-1, Pointer.UNTOUCHED, null, Sample.NONE);
    private static final Event GIVEN = called(0, Pointer.within(0), 4L, BYTES);

    @Test
    void itIsHeldAgainstTheMemoryThatPythonTellsOf() {
        assertEquals("", violated(SHORTS, GIVEN, Function.READ));
        assertEquals("READ-1", violated(SHORTS, REFUSED, Function.READ));
        assertEquals("READ-5", violated(SHORTS, called(0, Pointer.within(0), 2L, BYTES), Function.READ));
        assertEquals(
                "READ-4",
                violated(
                        SHORTS,
                        called(0, Pointer.elsewhere(0), 4L, Sample.read(new byte[] {1, 2, 3, 5})),
                        Function.READ));
        assertEquals("WRITE-13", violated(SHORTS, GIVEN, Function.WRITE));
        assertEquals("READ-6", violated(STRIDED, GIVEN, Function.READ));
        assertEquals("", violated(STRIDED, REFUSED, Function.READ));
        assertEquals("READ-2", violated(Told.NONE, GIVEN, Function.READ));
    }

    @Test
    void whereASteppedMemoryviewIsRefusedNothingIsHeldAgainstAnyAnswer() {
        for (Event answer : List.of(GIVEN, REFUSED, called(0, Pointer.elsewhere(3), 9L, Sample.UNREADABLE))) {
            for (Function function : List.of(Function.CHAR, Function.READ, Function.WRITE)) {
                assertEquals("", violated(Told.UNKNOWN, answer, function));
            }
        }
    }

    @Test
    void relationsAreJudgedWhateverIsKnown() {
        Scenario scenario = Scenario.of(
                new Step.Make(0, EXPRESSION), Step.Call.of(Function.READ, 0), new Step.Parse(0, Step.Code.Y_STAR));
        Event granted = new Event.Viewed(true, null, Pointer.elsewhere(0), 7, List.of());
        Transcript transcript = Transcript.completed(List.of(new Event.Made(null, Told.UNKNOWN), GIVEN, granted));
        assertEquals(
                Verdict.Kind.VIOLATED,
                Judge.judge("NEW-3", scenario, transcript).kind());
    }

    @Test
    void anExpressionStandsInsideNothingAndIsNotEmpty() {
        assertEquals(Optional.empty(), Facts.problem(Scenario.of(new Step.Make(0, EXPRESSION))));
        assertTrue(Facts.problem(Scenario.of(new Step.Make(0, new MemoryView(EXPRESSION, List.of()))))
                .orElseThrow()
                .contains("stands inside no other exporter"));
        assertTrue(Facts.problem(Scenario.of(new Step.Make(0, new PythonExpression("  ", ""))))
                .orElseThrow()
                .contains("not empty"));
    }

    @Test
    void aDeathAtTheBorderSaysNothingOfAnyClause() {
        Scenario scenario = Scenario.of(
                new Step.Make(0, EXPRESSION), Step.Call.of(Function.READ, 0), Step.Call.of(Function.READ, 0));
        List<Event> events = List.of(new Event.Made(null, SHORTS), REFUSED);
        assertEquals(
                Map.of(),
                Judge.judge(
                        scenario, new Transcript(new Outcome.Died(Outcome.Death.AT_THE_BORDER, 2, "SIGSEGV"), events)));
        assertTrue(Judge.judge(scenario, new Transcript(new Outcome.Died(Outcome.Death.CRASHED, 2, "SIGSEGV"), events))
                .containsKey("READ-1"));
    }

    private static String violated(Told told, Event answer, Function function) {
        Scenario scenario = Scenario.of(new Step.Make(0, EXPRESSION), Step.Call.of(function, 0));
        Transcript transcript = Transcript.completed(List.of(new Event.Made(null, told), answer));
        StringBuilder violated = new StringBuilder();
        Judge.judge(scenario, transcript).forEach((clause, verdict) -> {
            if (verdict.kind() == Verdict.Kind.VIOLATED) {
                violated.append(violated.isEmpty() ? "" : " ").append(clause);
            }
        });
        return violated.toString();
    }

    private static Event called(int code, Pointer pointer, Long length, Sample sample) {
        Raised raised = code == 0 ? null : new Raised("TypeError", true, "no buffer");
        return new Event.Called(code, raised, pointer, length, sample, 0, Counts.UNCHANGED, null, List.of());
    }
}
