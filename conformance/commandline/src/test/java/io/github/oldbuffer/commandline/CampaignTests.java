package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.implementation.Implementation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole campaigns, in processes of their own. */
class CampaignTests {

    /** Each costs ten seconds. */
    private static final int KILLS = 2;

    private static final int MANY_KILLS = 10;

    private static final String MUTANT = "mutant:READ-9/leaves-an-exception-near-a-page";

    @TempDir
    Path temporary;

    private CorpusInTest corpus;

    @BeforeEach
    void noCorpusYet() {
        corpus = new CorpusInTest(temporary.resolve("corpus"));
    }

    @Test
    @Timeout(300)
    void theMutantThatPropertiesNeedLongestForIsFoundWithinAMinute() throws Exception {
        Process campaign = begin("-i", MUTANT, "--duration", "60s", "--stop-on-new");
        assertTrue(campaign.waitFor(150, TimeUnit.SECONDS), "the campaign hangs");
        assertEquals(ExitStatus.DEVIATES, campaign.exitValue(), log());
        assertTrue(log().contains("READ-9"), log());
        assertTrue(
                Files.exists(temporary.resolve("out/deviations"))
                        && !witnesses().isEmpty(),
                log());
        assertEquals(List.of(), survivors());
    }

    @Test
    @Timeout(900)
    void aCampaignThatIsKilledLosesNoFindingAndNothingThatItsCorpusShows() throws Exception {
        kill(KILLS);
    }

    @Tag("proof")
    @Test
    @Timeout(3600)
    void aCampaignThatIsKilledOftenLosesNothingEither() throws Exception {
        kill(MANY_KILLS);
    }

    /** As Ctrl-C does; workers must still be there to look into what was met. */
    @Test
    @Timeout(300)
    void aCampaignThatIsInterruptedReportsWhatItFound() throws Exception {
        Process campaign = begin("-i", "cpython", "--duration", "10m");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        // deaths on file are there from the beginning
        while (leads().stream().allMatch(lead -> lead.contains("\"key\":\"\"")) && System.nanoTime() < deadline) {
            assertTrue(campaign.isAlive(), log());
            TimeUnit.MILLISECONDS.sleep(50);
        }
        campaign.destroy();
        assertTrue(campaign.waitFor(120, TimeUnit.SECONDS), "the campaign hangs");
        assertEquals(ExitStatus.CONFORMS, campaign.exitValue(), log());
        assertTrue(log().contains("cpython conforms with "), log());
        assertTrue(Files.exists(temporary.resolve("out/results.json")), log());
        assertEquals(List.of(), survivors());
    }

    /**
     * What a corpus shows counts, and not its files: the engine replaces an input by a shorter one that does all that the
     * input was kept for, also between our look and the end of its process.
     */
    private void kill(int times) throws Exception {
        Set<Integer> shown = new HashSet<>();
        Set<String> leads = new HashSet<>();
        try (Implementation mutant = Implementations.onClassPath().open(MUTANT)) {
            for (int i = 0; i < times; i++) {
                long before = corpus.size();
                Process campaign = begin("-i", MUTANT, "--duration", "10m");
                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
                // until it has found something to lose
                while ((leads().isEmpty() || corpus.size() <= before) && System.nanoTime() < deadline) {
                    assertTrue(campaign.isAlive(), log());
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                Map<String, byte[]> held = corpus.inputs();
                Set<String> met = leads();
                campaign.destroyForcibly().waitFor();
                assertEquals(List.of(), survivors());
                held.values().forEach(input -> shown.addAll(CorpusInTest.behaviours(input, mutant)));
                leads.addAll(met);
                Set<Integer> lost = new HashSet<>(shown);
                corpus.inputs().values().forEach(input -> lost.removeAll(CorpusInTest.behaviours(input, mutant)));
                assertEquals(Set.of(), lost, "the corpus shows them no more");
                assertTrue(leads().containsAll(leads), "leads were lost");
            }
        }
        assertFalse(shown.isEmpty());
        assertFalse(leads.isEmpty());
        Process last = begin("-i", MUTANT, "--duration", "1s");
        assertTrue(last.waitFor(150, TimeUnit.SECONDS), "the campaign hangs");
        assertEquals(ExitStatus.DEVIATES, last.exitValue(), log());
        assertTrue(log().contains("READ-9"), log());
    }

    private Process begin(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Conform.class.getName(),
                "fuzz",
                "--corpus",
                corpus.folder().toString(),
                "--out",
                temporary.resolve("out").toString()));
        words.addAll(List.of(options));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        temporary.resolve("log").toFile()))
                .start();
    }

    private List<Path> witnesses() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("out/deviations"))) {
            return files.toList();
        }
    }

    private Set<String> leads() throws IOException {
        Path campaigns = temporary.resolve("out/campaign");
        if (!Files.isDirectory(campaigns)) {
            return Set.of();
        }
        Set<String> lines = new HashSet<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(campaigns)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("leads-"))
                    .toList();
        }
        for (Path file : files) {
            String text = Files.readString(file);
            // the last line may still be being written
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(lines::add);
        }
        return lines;
    }

    private String log() throws IOException {
        Path log = temporary.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Processes that have not noticed within a minute that their campaign is gone; one that starts takes a while. */
    private List<String> survivors() throws Exception {
        List<String> left = List.of();
        for (int i = 0; i < 600; i++) {
            left = ProcessHandle.allProcesses()
                    .map(process -> process.info().commandLine().orElse(""))
                    .filter(line -> line.contains(temporary.toString()))
                    .toList();
            if (left.isEmpty()) {
                return left;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return left;
    }
}
