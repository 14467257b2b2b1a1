package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.consumers.reproduce.ProgramTrial;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.consumer.Content;
import io.github.oldbuffer.spec.consumer.Offered;
import io.github.oldbuffer.spec.consumer.ScriptedMemory;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function that dies when a collection gives back memory in two rows, as PyPy's {@code BytesIO} does. */
class LateDeathTests {

    private static final Call CALL = new Call("late.keeps(_)", "");

    @TempDir
    private Path folder;

    private WorkerSetting setting;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("late.py"), """
                import os, sys
                class Keeper:
                    def __init__(self, data):
                        self.view = memoryview(data)
                        self.me = self
                    def __del__(self):
                        if self.view.ndim == 2 and self.view.c_contiguous:
                            sys.stderr.write("python: late.c:7: drop: Assertion `late' failed.\\n")
                            sys.stderr.flush()
                            os.abort()
                def keeps(data):
                    Keeper(data)
                """);
        setting = WorkerSetting.prepare(TestModule.python(), List.of(folder), Duration.ofSeconds(20));
    }

    private ConsumerTranscript transcript(ScriptedMemory memory) throws Exception {
        ConsumerScenario scenario =
                new ConsumerScenario(Offered.of(memory), new Content("6465616462656566", 1), null, "bytes");
        try (Caller caller = Caller.start(setting)) {
            return caller.run(CALL, List.of(scenario)).get(0);
        }
    }

    @Test
    void whatDiesOfTheSameItemsInOneSegmentDoesNotDieOfTheirOrder() throws Exception {
        for (String layout : List.of("fortran", "indirect")) {
            ConsumerTranscript ended =
                    transcript(ScriptedMemory.PLAIN.writable().withLayout(layout));
            assertNull(ended.death());
            assertTrue(ended.unsupported().startsWith(Caller.ENDED), ended.unsupported());
        }
    }

    @Test
    void whatDiesOfRowsDiesOfThemAndSaysOfWhat() throws Exception {
        ConsumerTranscript died = transcript(ScriptedMemory.PLAIN.writable().withItems("B", 2));
        assertEquals("CRASHED (SIGABRT: drop: Assertion `late' failed)", died.death());
    }

    @Test
    void itsProgramDiesToo() throws Exception {
        List<Finding> findings;
        try (Caller caller = Caller.start(setting)) {
            findings = new CallJudge(caller, 1, false, KnownDeviations.NONE)
                    .judge(CALL)
                    .run()
                    .findings();
        }
        assertEquals(List.of("USE-4"), findings.stream().map(Finding::clause).toList());
        ProgramTrial trial = new ProgramTrial(setting.interpreter().executable(), List.of("/usr/bin/env"));
        assertTrue(trial.shows(findings.get(0).evidence().files()));
    }
}
