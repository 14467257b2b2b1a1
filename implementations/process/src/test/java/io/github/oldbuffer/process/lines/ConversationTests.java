package io.github.oldbuffer.process.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake of a program is told with its line and its field. */
class ConversationTests {

    private static final String HELLO = "{\"hello\": 1, \"name\": \"x\", \"version\": \"1\"}\n";

    private static final Scenario SCENARIO =
            Scenario.of(new Step.Make(0, new ByteArray(3, 7, false)), Step.Call.of(Function.READ, 0));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1] |: expected one JSON object, found \"[1]\"",
                "{\"run\": 0, \"step\": 0 | , column 21: this is not JSON: \"{\"run\": 0, \"step\": 0\"",
                "{\"run\": 0, \"run\": 0, \"step\": 0} | , column 19: a field stands twice in the same object",
                "{\"run\": 0, \"steps\": 0} | , field \"steps\": unknown field, expected one of run, step, transcript",
                "{\"step\": 0} | , field run: "
                        + "missing, expected 0, the number of the scenario that is to be answered",
                "{\"run\": \"0\", \"step\": 0} | , field run: "
                        + "expected 0, the number of the scenario that is to be answered, found \"0\"",
                "{\"run\": 0} | , field transcript: missing, expected a transcript (or a \"step\" before it)",
                "{\"run\": 0, \"step\": 0, \"transcript\": {}} | , field step: "
                        + "a message has a \"step\" or a \"transcript\", not both",
                "{\"run\": 0, \"step\": \"0\"} | , field step: expected the index of a step, 0 to 1, found \"0\"",
                "{\"run\": 0, \"step\": 2} | , field step: expected the index of a step, 0 to 1, found 2",
                "{\"run\": 0, \"transcript\": []} | , field transcript: expected an object, found a list",
                "{\"run\": 0, \"transcript\": {}} | , field transcript.format: "
                        + "missing, expected \"oldbuffer-transcript\"",
            })
    void aWrongAnswer(String line, String fault) {
        assertEquals(Optional.of("line 2 of its output" + fault), fault(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"did\": \"made\"}, {\"did\": \"called\", \"code\": 0, \"length\": 3, \"sample\": \"070809\"} |",
                "{\"did\": \"made\"}, {\"did\": \"skipped\", \"why\": \"no time\"} |",
                "{\"did\": \"made\"} | : expected 2 events, one for each step, found 1",
                "{\"did\": \"made\"}, {\"did\": \"done\"} | [1].did: "
                        + "expected called or skipped, since the step is \"call\", found done",
                "{\"did\": \"made\"}, {\"did\": \"called\"} | [1].code: missing, expected a whole number",
                "{\"did\": \"made\"}, {\"did\": \"called\", \"code\": 0.5} | [1].code: "
                        + "expected a whole number, found 0.5",
                "{\"did\": \"made\"}, {\"did\": \"called\", \"code\": 0, \"len\": 3} | [1].len: unknown field, expected one of "
                        + "did, code, raised, pointer, length, sample, references, others, damage, traffic",
                "{\"did\": \"made\", \"raised\": {\"type\": \"OSError\"}}, {\"did\": \"skipped\", \"why\": \"\"} "
                        + "| [0].raised.typeError: missing, expected true or false",
                "{\"did\": \"made\"}, {\"did\": \"called\", \"code\": 0, \"length\": 3, \"sample\": \"0708\"} | [1].sample: "
                        + "expected 3 bytes for a length of 3, found 2",
            })
    void wrongEvents(String events, String fault) {
        String line = "{\"run\": 0, \"transcript\": {\"format\": \"oldbuffer-transcript\", \"version\": 1, "
                + "\"outcome\": {\"ended\": \"completed\"}, \"events\": [" + events + "]}}";
        Optional<String> expected =
                Optional.ofNullable(fault).map(each -> "line 2 of its output, field transcript.events" + each);
        assertEquals(expected, fault(line));
    }

    @Test
    void anOutcomeAtAStepThatIsNotThere() {
        String line = "{\"run\": 0, \"transcript\": {\"format\": \"oldbuffer-transcript\", \"version\": 1, "
                + "\"outcome\": {\"ended\": \"unsupported\", \"step\": 2, \"what\": \"x\"}, \"events\": []}}";
        assertEquals(
                Optional.of("line 2 of its output, field transcript.outcome.step: "
                        + "the scenario has no such step, only 0 to 1"),
                fault(line));
    }

    private static Optional<String> fault(String line) {
        return Conversation.fault(HELLO + line, SCENARIO);
    }
}
