package io.github.oldbuffer.process.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.exporter.Array;
import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Bytes;
import io.github.oldbuffer.spec.exporter.BytesIoBuffer;
import io.github.oldbuffer.spec.exporter.Ctypes;
import io.github.oldbuffer.spec.exporter.ExceptionType;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.MemoryView;
import io.github.oldbuffer.spec.exporter.Mmap;
import io.github.oldbuffer.spec.exporter.NonBuffer;
import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.exporter.PythonClass;
import io.github.oldbuffer.spec.exporter.Quirk;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.facts.Facts;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.json.TranscriptJson;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Moment;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.scenario.StepKind;
import io.github.oldbuffer.spec.scenario.Way;
import io.github.oldbuffer.spec.transcript.Count;
import io.github.oldbuffer.spec.transcript.Counts;
import io.github.oldbuffer.spec.transcript.Damage;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Traffic;
import io.github.oldbuffer.spec.transcript.Transcript;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code protocol.md} is enough to write a harness by: it has every word there is, and its examples are true. */
class ProtocolPageTests {

    private static final String PAGE = page();

    @Test
    void everyWordStandsOnThePage() {
        Set<String> words = new TreeSet<>();
        Arrays.stream(ExporterKind.values()).forEach(kind -> words.add(kind.word()));
        Arrays.stream(StepKind.values()).forEach(kind -> words.add(kind.word()));
        Arrays.stream(ExceptionType.values()).forEach(type -> words.add(type.pythonName()));
        Stream.<Enum<?>[]>of(
                        NonBuffer.Kind.values(),
                        Mmap.Access.values(),
                        Ctypes.Shape.values(),
                        PythonClass.Answer.values(),
                        Scripted.Owner.values(),
                        Quirk.values(),
                        Function.values(),
                        Request.values(),
                        Step.Argument.values(),
                        Outcome.Death.values(),
                        Traffic.Kind.values())
                .flatMap(Arrays::stream)
                .forEach(word -> words.add(word.name()));
        assertEquals(Set.of(), without(words));
    }

    @Test
    void everyFieldStandsOnThePage() {
        Set<String> fields = new TreeSet<>();
        everyExporter().forEach(exporter -> add(ScenarioJson.toTree(Scenario.of(new Step.Make(0, exporter))), fields));
        add(ScenarioJson.toTree(new Scenario(everyStep())), fields);
        everyTranscript().forEach(transcript -> add(TranscriptJson.toTree(transcript), fields));
        assertTrue(fields.size() > 50, fields::toString);
        assertEquals(Set.of(), without(fields));
    }

    @Test
    void theScenarioAndTheAnswerToItFit() throws Exception {
        Scenario scenario = ScenarioJson.fromTree(messages()
                .filter(each -> each.has("scenario"))
                .findFirst()
                .orElseThrow()
                .get("scenario"));
        assertEquals(Optional.empty(), Facts.problem(scenario));
        String hello = messages().filter(each -> each.has("name")).findFirst().orElseThrow() + "\n";
        String steps = "";
        List<ObjectNode> answers = messages()
                .filter(each -> each.has("step") || each.has("transcript"))
                .toList();
        assertEquals(4, answers.size());
        for (ObjectNode answer : answers) {
            // the page's runs have numbers from 1 on; a conversation that is read is about run 0
            String line = answer.deepCopy().put("run", 0) + "\n";
            steps = answer.has("step") ? steps + line : steps;
            String said = hello + (answer.has("step") ? steps : steps + line);
            assertEquals(Optional.empty(), Conversation.fault(said, scenario));
        }
    }

    @Test
    void theExampleOfAMistakeIsWhatTheKitSays() {
        Scenario scenario = Scenario.of(new Step.Make(0, new Bytes(3, 7, false)), Step.Call.of(Function.READ, 0));
        String said = "{\"hello\": 1, \"name\": \"x\", \"version\": \"1\"}\n{\"run\": 0, \"transcript\": {\"format\": "
                + "\"oldbuffer-transcript\", \"version\": 1, \"outcome\": {\"ended\": \"completed\"}, \"events\": "
                + "[{\"did\": \"made\"}, {\"did\": \"called\", \"code\": \"0\"}]}}";
        String fault = Conversation.fault(said, scenario).orElseThrow().replace("line 2", "line 7");
        assertTrue(PAGE.contains("the program does not keep to the process protocol: " + fault + "\n"), fault);
    }

    @Test
    void whatASeedStandsForIsAsThePageSays() {
        assertTrue(PAGE.contains("(seed + i) mod 251"));
        for (int i = 0; i < 300; i++) {
            assertEquals((200 + i) % 251, Pattern.at(200, 300, i));
        }
        assertEquals(0, Pattern.at(200, 65_537, 1));
        assertEquals(201, Pattern.at(200, 65_536, 1));
        assertTrue(PAGE.contains("more than 65,536 bytes"));
    }

    private static Set<String> without(Set<String> words) {
        Set<String> missing = new TreeSet<>();
        for (String word : words) {
            if (!PAGE.contains("`" + word + "`") && !PAGE.contains("\"" + word + "\"")) {
                missing.add(word);
            }
        }
        return missing;
    }

    private static void add(JsonNode tree, Set<String> fields) {
        tree.fieldNames().forEachRemaining(fields::add);
        tree.forEach(each -> add(each, fields));
    }

    /** The page's lines of JSON that are messages. */
    private static Stream<ObjectNode> messages() {
        List<ObjectNode> messages = new ArrayList<>();
        for (String line : PAGE.lines().filter(each -> each.startsWith("    {")).toList()) {
            try {
                messages.add(LineJson.read(line.strip()));
            } catch (ProtocolException wrong) {
                throw new AssertionError(line, wrong);
            }
        }
        assertFalse(messages.isEmpty());
        return messages.stream();
    }

    /** With no field at its default. */
    private static List<Exporter> everyExporter() {
        Exporter bytes = new Bytes(3, 7, true);
        return List.of(
                bytes,
                new ByteArray(3, 7, true),
                new NonBuffer(NonBuffer.Kind.STR),
                new Array('h', 2, 1),
                new MemoryView(
                        bytes,
                        List.of(
                                new ViewOperation.Slice(0L, 2L, 2),
                                new ViewOperation.Cast('h', List.of(1L)),
                                new ViewOperation.ToReadonly())),
                new BytesIoBuffer(3, 7),
                new Mmap(Mmap.Access.COPY, 3, 7),
                new Ctypes(Ctypes.Shape.ARRAY, 'h', 2, 1),
                new PythonClass(bytes, PythonClass.Answer.RAISES, ExceptionType.KEY_ERROR, false),
                new Scripted(
                        9,
                        1,
                        new Geometry(1, 2, "h", List.of(2L), List.of(4L), true),
                        true,
                        new Scripted.Refusal(true, ExceptionType.KEY_ERROR),
                        Scripted.Owner.OTHER,
                        bytes,
                        true,
                        false,
                        EnumSet.allOf(Quirk.class)));
    }

    private static List<Step> everyStep() {
        return List.of(
                new Step.Call(Function.READ, 0, EnumSet.allOf(Step.Argument.class), ExceptionType.KEY_ERROR),
                new Step.Peek(Function.READ, 0),
                new Step.Poke(0, 1, 2),
                new Step.Change(0, 1, 2),
                new Step.Resize(0, 4),
                new Step.Release(0),
                new Step.Acquire(0, 0, Request.FULL),
                new Step.ReleaseView(0),
                new Step.Parse(0, Step.Code.W_STAR),
                new Step.Append(0, 1, Way.EXTEND),
                new Step.Within(0, Moment.BUFFER, new Step.Resize(1, 0, Way.CLEAR)),
                new Step.Drop(0));
    }

    private static List<Transcript> everyTranscript() {
        Raised raised = new Raised("KeyError", false, "x");
        List<Traffic> traffic = List.of(new Traffic(0, 1, Traffic.Kind.ACQUIRED, 1));
        Sample sample = Sample.read(new byte[] {1});
        return List.of(
                Transcript.completed(List.of(
                        new Event.Made(raised),
                        new Event.Called(
                                0,
                                raised,
                                Pointer.within(1),
                                1L,
                                sample,
                                1,
                                new Counts(List.of(new Count(1, 1, -1)), false),
                                new Damage(2L, -3),
                                traffic),
                        new Event.Viewed(
                                true,
                                raised,
                                Pointer.elsewhere(1),
                                1,
                                traffic,
                                new ViewFields(false, 1, "B", 1, List.of(1L), List.of(1L), List.of(0L))),
                        new Event.Peeked(sample),
                        new Event.Poked(1),
                        new Event.Done(raised, traffic),
                        new Event.Skipped("x"))),
                Transcript.unsupported(0, "x"),
                new Transcript(new Outcome.Died(Outcome.Death.CRASHED, 0, "x"), List.of()));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("protocol.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
