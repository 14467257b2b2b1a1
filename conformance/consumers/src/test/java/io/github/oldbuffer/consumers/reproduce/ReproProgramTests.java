package io.github.oldbuffer.consumers.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.consumers.CallJudge;
import io.github.oldbuffer.consumers.Judgement;
import io.github.oldbuffer.consumers.PythonChoice;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproProgramTests {

    @TempDir
    private Path folder;

    private WorkerSetting setting;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("shown.py"), """
                import array
                import os
                import sys
                def of_rows(data):
                    view = memoryview(data)
                    if view.ndim == 2:
                        raise SystemError("<built-in function of_rows> returned a result with an exception set")
                    return view.nbytes
                def by_chance(data):
                    view = memoryview(data)
                    if not isinstance(data, array.array) or view.itemsize == 1:
                        return view.nbytes
                    # in a program of its own it stays alive, and is wrong for another reason
                    return len(data) if sys.argv[0].endswith("repro.py") else os.abort()
                def of_numbers(data):
                    view = memoryview(data)
                    if view.itemsize == 2:
                        os.abort()
                    return view.nbytes
                """);
        setting =
                WorkerSetting.prepare(PythonChoice.of(null, System.getenv()), List.of(folder), Duration.ofSeconds(20));
    }

    private Judgement judged(String expression) throws Exception {
        try (Caller caller = Caller.start(setting)) {
            return new CallJudge(caller, 1, false, KnownDeviations.NONE).judge(new Call("shown." + expression, ""));
        }
    }

    /** matplotlib's points_in_path: the same items in one segment end in a SystemError, too, so that where they lie is no matter. */
    @Test
    void whatEndsInASystemErrorIsShownWithoutAComparison() throws Exception {
        List<Finding> findings = judged("of_rows(_)").run().findings();
        assertEquals(List.of("USE-4"), findings.stream().map(Finding::clause).toList());
        ProgramTrial trial = new ProgramTrial(setting.interpreter().executable(), List.of("/usr/bin/env"));
        for (Finding finding : findings) {
            assertTrue(trial.shows(finding.evidence().files()), finding.clause());
        }
    }

    /** pyregion's inside_xy, whose death depends on what lies behind the memory. */
    @Test
    void aDeathIsNotShownByAnotherDifference() throws Exception {
        Judgement judged = judged("by_chance(_)");
        assertEquals(List.of(), judged.run().findings());
        assertEquals(
                List.of("died of memory that is in items or rows"),
                judged.lost().stream().map(Finding::symptom).toList());
    }

    /** peewee's functions, which read behind a copy as far as what lies there says: they die of it, or do not come back. */
    @Test
    void aProgramWhoseCallDoesNotComeBackEndsAndSaysSo() throws Exception {
        Finding death = judged("of_numbers(_)").run().findings().get(0);
        Files.writeString(folder.resolve("shown.py"), "def of_numbers(data):\n    while True:\n        pass\n");
        Path program = folder.resolve("repro.py");
        for (Map.Entry<String, String> file : death.evidence().files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue().replace("SECONDS = 120", "SECONDS = 1"));
        }
        Command.Result result = Command.run(
                List.of(setting.interpreter().executable().toString(), program.toString()), Duration.ofSeconds(60));
        assertEquals(1, result.status());
        assertTrue(result.output().contains("observed: the call did not come back within 1 seconds"), result.output());
    }
}
