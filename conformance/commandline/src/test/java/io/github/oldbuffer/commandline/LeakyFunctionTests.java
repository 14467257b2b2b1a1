package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function that forgets its views: found, replayed, shown without the kit, filed, and gone once it is mended. */
class LeakyFunctionTests {

    private static final String WRONG = """
            FORGOTTEN = []
            def f(data):
                FORGOTTEN.append(memoryview(data))
                return len(FORGOTTEN[-1].tobytes())
            """;

    private static final String RIGHT = """
            def f(data):
                with memoryview(data) as view:
                    return len(view.tobytes())
            """;

    @TempDir
    private Path folder;

    private Ran conform(String... words) {
        return Ran.command(words);
    }

    private List<Finding> findings(Path report) throws Exception {
        return ResultsJson.read(Files.readString(report.resolve("results.json")))
                .runs()
                .get(0)
                .findings();
    }

    private static int program(Path finding) throws Exception {
        String command = Files.readAllLines(finding.resolve("repro.py")).get(0).substring(2);
        return Command.run(List.of("/bin/sh", "-c", "cd '" + finding + "' && " + command), Duration.ofMinutes(1))
                .status();
    }

    @Test
    void itIsFoundFiledAndGoneOnceItIsMended() throws Exception {
        Path module = Files.writeString(folder.resolve("leaky.py"), WRONG);
        Path report = folder.resolve("report");
        Path known = folder.resolve("known.json");
        Ran found = conform(
                "call",
                "leaky.f(_)",
                "--path",
                folder.toString(),
                "--seed",
                "1",
                "--out",
                report.toString(),
                "--write-known",
                known.toString());
        assertEquals(ExitStatus.DEVIATES, found.status(), found.err());
        List<Finding> findings = findings(report);
        assertEquals(
                List.of("USE-6", "USE-12"),
                findings.stream().map(Finding::clause).distinct().toList());
        for (Finding finding : findings) {
            Path place = report.resolve(finding.witness()).getParent();
            assertEquals(
                    ExitStatus.DEVIATES, conform("replay", place.toString()).status());
            assertEquals(1, program(place), finding.symptom());
        }
        Files.writeString(
                known, Files.readString(known).replaceAll("\"reason\" *: *\"\"", "\"reason\": \"It is leaky.\""));
        Ran filed = conform(
                "call",
                "leaky.f(_)",
                "--path",
                folder.toString(),
                "--seed",
                "1",
                "--out",
                folder.resolve("filed").toString(),
                "--known",
                known.toString());
        assertEquals(ExitStatus.CONFORMS, filed.status(), filed.out() + filed.err());
        assertTrue(findings(folder.resolve("filed")).stream().allMatch(Finding::known));

        Files.writeString(module, RIGHT);
        for (Finding finding : findings) {
            Path place = report.resolve(finding.witness()).getParent();
            Ran replayed = conform("replay", place.toString());
            assertEquals(ExitStatus.CONFORMS, replayed.status(), replayed.out());
            assertTrue(replayed.out().contains("Gone: "), replayed.out());
            assertEquals(0, program(place), finding.symptom());
        }
        Ran mended = conform(
                "call",
                "leaky.f(_)",
                "--path",
                folder.toString(),
                "--seed",
                "1",
                "--out",
                folder.resolve("mended").toString(),
                "--known",
                known.toString());
        assertTrue(mended.err().contains("deviates no more"), mended.err());
    }
}
