package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.Providers;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Raised;
import io.github.oldbuffer.spec.transcript.Sample;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Objects as they are: what a program sees that calls the functions without the kit is what a scenario sees.
 *
 * <p>The answers in {@code objects.json} are those of the program; {@code spec/objects.md} tells people of the same lines.
 */
class ObjectsOfTheWorldTests {

    /** Exceptions that say that an interpreter does not have the module, type or argument. */
    private static final Set<String> LACKING =
            Set.of("ModuleNotFoundError", "ImportError", "AttributeError", "NotImplementedError");

    private static final JsonNode LINES = lines();

    static List<String> implementations() {
        List<String> ids = new ArrayList<>(List.of("cpython", "graalpy"));
        Stream.of(System.getenv().getOrDefault("OLDBUFFER_PYTHONS", "").split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .map(path -> (path.contains("pypy") ? "pypy:" : "cpython:") + path)
                .forEach(ids::add);
        Path pypy = Path.of("/usr/bin/pypy3");
        if (Files.isExecutable(pypy)) {
            ids.add("pypy:" + pypy);
        }
        return ids;
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void aScenarioSeesWhatTheProgramSees(String id) throws Exception {
        String family = id.replaceFirst(":.*", "");
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        try (Implementation implementation = Providers.of(id).open(id)) {
            List<JsonNode> lines = new ArrayList<>();
            List<Scenario> scenarios = new ArrayList<>();
            for (JsonNode line : LINES) {
                if (!line.path("unasked").has(family)) {
                    lines.add(line);
                    scenarios.add(ScenarioJson.read(line.get("scenario").toString()));
                }
            }
            List<Transcript> transcripts = implementation.run(scenarios);
            for (int i = 0; i < lines.size(); i++) {
                JsonNode line = lines.get(i);
                Transcript transcript = transcripts.get(i);
                JsonNode answers = line.get("answers");
                List<String> expected = new ArrayList<>();
                answers.path(answers.has(family) ? family : "cpython").forEach(answer -> expected.add(answer.asText()));
                if (expected.equals(List.of("any")) || lacking(transcript)) {
                    continue;
                }
                asked++;
                List<String> seen = seen(transcript, expected);
                if (!seen.equals(expected)) {
                    wrong.add(line.get("line").asText() + ": " + seen + ", not " + expected);
                }
            }
        } catch (UnavailableException missing) {
            assertTrue(family.equals("graalpy"), missing::getMessage);
            return;
        }
        assertEquals(List.of(), wrong);
        assertTrue(asked >= 20, "only " + asked + " lines were asked");
    }

    @Test
    void everyLineIsGeneratedByDefaultOrLeftOutForAReason() throws IOException {
        String page = Files.readString(Path.of("../../spec/objects.md"));
        for (JsonNode line : LINES) {
            String name = line.get("line").asText();
            assertTrue(line.has("generated") != line.has("left out"), name);
            String where = line.has("generated")
                    ? line.get("generated").asText()
                    : line.get("left out").asText();
            assertTrue(page.contains("| " + name + " |"), "spec/objects.md has no line " + name);
            assertTrue(page.contains(where), name + ": " + where);
        }
    }

    /** Whether the interpreter has no such object at all. */
    private static boolean lacking(Transcript transcript) {
        if (transcript.outcome() instanceof Outcome.Unsupported
                && transcript.events().isEmpty()) {
            return true;
        }
        return !transcript.events().isEmpty()
                && transcript.events().get(0) instanceof Event.Made made
                && made.raised() != null
                && LACKING.contains(made.raised().type());
    }

    private static List<String> seen(Transcript transcript, List<String> like) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < transcript.events().size(); i++) {
            boolean bytes = i < like.size() && like.get(i).split(" ").length > 2;
            seen.add(word(transcript.events().get(i), bytes));
        }
        while (transcript.outcome() instanceof Outcome.Unsupported && seen.size() < like.size()) {
            seen.add("unsupported");
        }
        if (transcript.outcome() instanceof Outcome.Died) {
            seen.add("died");
        }
        return seen;
    }

    private static String word(Event event, boolean bytes) {
        if (event instanceof Event.Made made) {
            return made.raised() == null ? "made" : "not made";
        } else if (event instanceof Event.Called called) {
            String length = called.length() == null || called.code() != 0 ? "" : " " + called.length();
            return called.code() + length + (bytes ? " " + hex(called.sample()) : "");
        } else if (event instanceof Event.Viewed viewed) {
            return viewed.granted() ? "granted " + viewed.length() : "refused";
        } else if (event instanceof Event.Done done) {
            Raised raised = done.raised();
            return raised == null ? "done" : raised.type();
        }
        return event.getClass().getSimpleName();
    }

    private static String hex(Sample sample) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sample.size(); i++) {
            text.append(String.format("%02x", sample.at(i)));
        }
        return text.toString();
    }

    private static JsonNode lines() {
        try (InputStream text = ObjectsOfTheWorldTests.class.getResourceAsStream("objects.json")) {
            return new ObjectMapper().readTree(text);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
