package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.process.lines.ProcessProvider;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.ClauseResult;
import io.github.oldbuffer.spec.results.ClauseResult.Verdict;
import io.github.oldbuffer.spec.results.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small harness in a process of its own, as {@code process:COMMAND}. */
class ProcessHarnessTests {

    /** What every command says; scenarios and the numbers of their lines differ. */
    private static final Pattern MISTAKE = Pattern.compile(
            "the program does not keep to the process protocol: "
                    + "line \\d+ of its output, field transcript\\.events\\[\\d\\]\\.code: expected a whole number, found \"0\"");

    private static final String SCENARIO = """
            {"format": "oldbuffer-scenario", "version": 1, "steps": [
              {"do": "make", "object": 0, "exporter": {"kind": "bytes", "length": 3, "seed": 7}},
              {"do": "call", "function": "READ", "object": 0}]}
            """;

    @TempDir
    Path out;

    @Test
    void a_harness_that_has_little_is_judged_by_what_it_has() throws Exception {
        Ran ran = run(small(), "--clauses", "READ-1,READ-2,READ-6,CHECK-3");

        Run judged = ResultsJson.read(Files.readString(out.resolve("results.json")))
                .runs()
                .get(0);
        Set<String> hold = judged.clauses().stream()
                .filter(clause -> clause.verdict() == Verdict.HOLDS)
                .map(ClauseResult::id)
                .collect(Collectors.toSet());
        assertEquals(Set.of("READ-1", "READ-2", "CHECK-3"), hold, ran.out());
        // it has no memory of many segments, which READ-6 is about
        assertEquals(4 * 100, judged.scenarios());
        assertEquals(100, judged.unsupported());
        assertEquals(ExitStatus.NOT_JUDGED, ran.status());
    }

    @Test
    void a_mistake_of_a_harness_is_called_that() throws Exception {
        Ran ran = run(mistaken(), "--clauses", "READ-1");

        assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.out());
        List<String> said = ran.err().lines().toList();
        assertEquals(2, said.size(), ran.err());
        String why = mistaken() + " cannot go on: ";
        assertTrue(said.get(1).startsWith(why), ran.err());
        assertTrue(MISTAKE.matcher(said.get(1).substring(why.length())).matches(), ran.err());
        assertFalse(ran.out().contains("died"), ran.out());
    }

    @Test
    void a_mistake_is_told_by_every_command() throws Exception {
        Path scenario = Files.writeString(out.resolve("scenario.json"), SCENARIO);
        String id = mistaken();
        for (Ran ran : List.of(
                with("replay", scenario.toString(), "-i", id),
                with("replay", "--reduce", scenario.toString(), "-i", id),
                with("sweep", "-i", id, "--bound", "1", "--out", out.toString()),
                with("diff", "-i", "model", "-i", id, "--tries", "5", "--out", out.toString()))) {
            assertEquals(ExitStatus.NOT_JUDGED, ran.status(), ran.err());
            String said = (ran.err() + ran.out()).replaceAll("\\s+", " ");
            assertTrue(MISTAKE.matcher(said).find(), said);
            assertFalse(ran.err().contains("the kit itself failed"), ran.err());
        }
    }

    private Ran run(String id, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("run", "-i", id, "--seed", "42", "--tries", "100", "--known", "none", "--out", out.toString()));
        arguments.addAll(List.of(options));
        return with(arguments.toArray(String[]::new));
    }

    private static Ran with(String... arguments) {
        return Ran.with(List.of(new ProcessProvider()), arguments);
    }

    /** The command for {@link SmallHarness}; its class path stands in a file, so that the id stays short. */
    private String small() throws IOException {
        Path file = Files.writeString(
                out.resolve("java-arguments"),
                "-XX:TieredStopAtLevel=1 -cp \"" + System.getProperty("java.class.path") + "\" "
                        + SmallHarness.class.getName());
        return "process:" + Path.of(System.getProperty("java.home"), "bin", "java") + " @" + file;
    }

    /** The command for a harness that says every code in quotes. */
    private String mistaken() throws IOException {
        return "process:sh " + Files.writeString(out.resolve("mistaken.sh"), """
                read -r hello
                echo '{"hello": 1, "name": "x", "version": "1", "exporters": ["bytes"], "steps": ["make", "call"]}'
                while read -r line; do
                  run=${line#*:}
                  echo '{"run": '"${run%%,*}"', "transcript": {"format": "oldbuffer-transcript", "version": 1,' \\
                    '"outcome": {"ended": "completed"}, "events": [{"did": "made"}, {"did": "called", "code": "0"}]}}'
                done
                """);
    }
}
