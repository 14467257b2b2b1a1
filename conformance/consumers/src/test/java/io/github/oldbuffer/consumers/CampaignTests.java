package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the campaign over Debian's packages, as far as it runs without installing any. */
class CampaignTests {

    private static final Path SCRIPT = Path.of("campaign", "campaign.py").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void theTableHasTheLatestLineOfEachPackage() throws Exception {
        Files.writeString(folder.resolve("results.jsonl"), """
                {"package": "python3-b", "version": "2-1", "modules": 1, "seconds": 2.5, "reason": "not done after 2 s"}
                {"package": "python3-a", "version": "1-1", "modules": 2, "seconds": 1.5, "functions": 3, "scenarios": 900, "findings": {"USE-6": 2}, "unseen": 4}
                {"package": "python3-c", "reason": "not installed: it conflicts"}
                {"package": "python3-b", "version": "2-1", "modules": 1, "seconds": 3.0, "functions": 0, "scenarios": 0, "findings": {}}
                """);
        Command.Result done = table();
        assertEquals(0, done.status(), done.errors());
        assertEquals(
                List.of(
                        "package\tversion\tmodules\tfunctions\tscenarios\tfindings\tunseen\tseconds\treason",
                        "python3-a\t1-1\t2\t3\t900\tUSE-6:2\t4\t1.5\t",
                        "python3-b\t2-1\t1\t0\t0\t\t\t3.0\t",
                        "python3-c\t\t\t\t\t\t\t\tnot installed: it conflicts"),
                Files.readAllLines(folder.resolve("table.tsv")));
        assertTrue(done.output().contains("3 packages tried, 2 scanned, 1 left out"), done.output());
        assertTrue(done.output().contains("3 calls that take memory in 1 packages, 900 scenarios"), done.output());
        assertTrue(done.output().contains("findings: USE-6 2"), done.output());
    }

    @Test
    void whatIsNoCampaignIsSaidInOneSentence() throws Exception {
        Command.Result none = table();
        assertEquals(64, none.status());
        assertTrue(none.errors().contains("there is no campaign in"), none.errors());
        Files.writeString(folder.resolve("results.jsonl"), "{\"package\"\n");
        Command.Result damaged = table();
        assertEquals(64, damaged.status());
        assertTrue(damaged.errors().strip().endsWith("results.jsonl is damaged"), damaged.errors());
    }

    @Test
    void modulesAreNamedAsTheyAreImportedAndTestsLeftOut() throws Exception {
        String files =
                "['apsw/__init__', 'numpy/core/_simd', 'numpy/core/_umath_tests', 'a/tests/_b', 'attest', 'not-one']";
        String code = "import sys; sys.path.insert(0, sys.argv[1]); import campaign; print(campaign.modules_of(" + files
                + "))";
        Command.Result done = Command.run(
                List.of("python3", "-B", "-c", code, SCRIPT.getParent().toString()), Duration.ofSeconds(60));
        assertEquals("['apsw', 'attest', 'numpy.core._simd']", done.output().strip(), done.errors());
    }

    private Command.Result table() throws Exception {
        return Command.run(
                List.of("python3", SCRIPT.toString(), "--work", folder.toString(), "--table"), Duration.ofSeconds(60));
    }
}
