package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.suite.sweep.Shard;
import io.github.oldbuffer.suite.sweep.Sweep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps as users run them. */
class SweepCommandTests {

    private static final String MUTANT = "mutant:CHAR-9/leaves-an-exception-on-a-scalar";

    @TempDir
    Path temporary;

    /** The first is one whose shards, reduced each by itself, end with a smaller witness than the whole. */
    @ParameterizedTest
    @ValueSource(strings = {MUTANT, "mutant:WRITE-11/forgets-the-release", "cpython"})
    void shardsMergeToTheSameResultsAndWitnessesAsOneRun(String id) throws IOException {
        int status = sweep(id, "whole").status();
        List<String> merge = new ArrayList<>(List.of("report", "--merge", "--out", out("merged")));
        for (String shard : List.of("3/3", "1/3", "2/3")) {
            String name = shard.replace('/', '-');
            sweep(id, name, "--shard", shard);
            merge.add(temporary.resolve(name).resolve("results.json").toString());
        }
        assertEquals(
                ExitStatus.CONFORMS, run(false, merge.toArray(String[]::new)).status());
        assertEquals(id.equals("cpython") ? ExitStatus.CONFORMS : ExitStatus.DEVIATES, status);
        assertEquals(results("whole"), results("merged"));
        assertEquals(witnesses("whole"), witnesses("merged"));
    }

    @Test
    void aDeviationComesWithAReducedWitnessThatReplays() throws IOException {
        Ran swept = sweep("mutant:CHAR-6/takes-any-strides", "out");
        assertEquals(ExitStatus.DEVIATES, swept.status());
        assertEquals(
                List.of(
                        "char-6-succeeded-on-fortran-ordered-memory/CHAR-6-succeeded-on-fortran-ordered-memory/witness.json",
                        "char-6-succeeded-on-fortran-ordered-memory/CHAR-6-succeeded-on-strided-memory/witness.json"),
                List.copyOf(witnesses("out").keySet()));
        JsonNode found = results("out").at("/runs/0/findings/1");
        assertEquals(2, found.at("/evidence/steps").size());
        assertEquals(
                "memoryview",
                found.at("/evidence/scenario/steps/0/exporter/kind").asText());
        assertEquals(
                "scripted",
                found.at("/evidence/swept/scenario/steps/0/exporter/kind").asText());
        assertTrue(swept.out().contains("CHAR-6"), swept.out());
    }

    @Test
    void theSizeIsToldFirst() {
        Ran small = sweep("model", "small", "--shard", "7/4000");
        assertTrue(small.err().startsWith("bound 1: "), small.err());
        String expected = "; shard 7/4000 has " + Sweep.of(1).size(new Shard(7, 4000)) + " of them";
        assertTrue(small.err().lines().findFirst().orElseThrow().endsWith(expected), small.err());
        Ran grown = sweep("model", "grown", "--bound", "2", "--shard", "7/4000");
        assertTrue(
                grown.err()
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .matches(
                                "bound 2: [0-9,]+ scenarios, [0-9.]+ times the [0-9,]+ of bound 1; shard 7/4000 has .*"),
                grown.err());
    }

    @Test
    void aTerminalSeesHowFarItIsAndHowMuchTimeIsLeft() {
        Ran ran = run(true, "sweep", "-i", "model", "--bound", "1", "--out", out("out"));
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertTrue(
                ran.err().matches("(?s).*model +[0-9]+% \\[.*\\] +[0-9]+/[0-9]+ \\([0-9:]+ / [0-9:?]+\\).*"),
                ran.err());
        assertEquals(-1, sweep("model", "plain").err().indexOf('%'));
    }

    /** As Ctrl-C does, which ends the workers too. */
    @Test
    @Timeout(120)
    void aSweepThatIsInterruptedTellsWhatItFoundSoFar() throws Exception {
        Path log = temporary.resolve("log");
        // what a shell starts in the background ignores SIGINT, and so does all that it starts
        ProcessBuilder builder = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Conform.class.getName(),
                        "sweep",
                        "-i",
                        "mutant:CHAR-2/returns-minus-two",
                        "--bound",
                        "3",
                        "--out",
                        out("out"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // as on a terminal, where progress shows that the first scenarios are judged
        builder.environment().put("OLDBUFFER_STDERR_TTY", "1");
        builder.environment().put("TERM", "xterm");
        Process kit = builder.start();
        while (kit.isAlive() && !Files.readString(log).matches("(?s).* [1-9][0-9]*/[0-9]{8} .*")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        new ProcessBuilder("kill", "-INT", String.valueOf(kit.pid())).start().waitFor();
        assertTrue(kit.waitFor(60, TimeUnit.SECONDS), "the kit hangs");
        String told = Files.readString(log);
        assertEquals(ExitStatus.DEVIATES, kit.exitValue(), told);
        assertTrue(told.contains("interrupted after "), told);
        assertTrue(told.contains("CHAR-2"), told);
        assertTrue(told.contains("does not conform: 1 new deviation"), told);
        JsonNode clauses = results("out").at("/runs/0/clauses");
        for (JsonNode clause : clauses) {
            boolean broken = clause.get("id").asText().equals("CHAR-2");
            assertEquals(
                    broken ? "VIOLATED" : "NOT_EXERCISED", clause.get("verdict").asText(), clause::toPrettyString);
            assertEquals(!broken, clause.get("why").asText().contains("interrupted after"), clause::toPrettyString);
        }
    }

    private Ran sweep(String id, String folder, String... more) {
        List<String> words = new ArrayList<>(List.of("sweep", "-i", id, "--out", out(folder)));
        words.addAll(List.of(more));
        return run(false, words.toArray(String[]::new));
    }

    /** Among everything on the class path, mutants and CPython included. */
    private static Ran run(boolean terminal, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<ImplementationProvider> all = new ArrayList<>();
        ServiceLoader.load(ImplementationProvider.class).forEach(all::add);
        int status = Conform.execute(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false, terminal, Map.of()),
                new Implementations(all),
                words);
        return new Ran(status, out.toString(), err.toString());
    }

    private String out(String folder) {
        return temporary.resolve(folder).toString();
    }

    /** Without what tells one run from another: times, and the command. */
    private JsonNode results(String folder) {
        try {
            ObjectNode results = (ObjectNode) new ObjectMapper()
                    .readTree(temporary.resolve(folder).resolve("results.json").toFile());
            results.remove("command");
            results.get("runs").forEach(run -> ((ObjectNode) run).remove("measured"));
            return results;
        } catch (IOException e) {
            throw new AssertionError("there are no results in " + folder, e);
        }
    }

    /** Every witness by its path in the folder of deviations. */
    private Map<String, String> witnesses(String folder) throws IOException {
        Path deviations = temporary.resolve(folder).resolve("deviations");
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(deviations)) {
            for (Path file : files.filter(each -> each.endsWith("witness.json")).toList()) {
                texts.put(deviations.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
