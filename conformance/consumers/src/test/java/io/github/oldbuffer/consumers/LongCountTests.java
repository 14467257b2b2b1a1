package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.consumer.Content;
import io.github.oldbuffer.spec.consumer.Offered;
import io.github.oldbuffer.spec.consumer.ScriptedMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongCountTests {

    @TempDir
    private Path folder;

    private ConsumerTranscript transcript(String function, ScriptedMemory memory) throws Exception {
        Files.writeString(folder.resolve("counting.py"), """
                import os
                def counts(data):
                    while memoryview(data).format == "I":
                        pass
                def dies(data):
                    while memoryview(data).format == "I":
                        os.abort()
                """);
        WorkerSetting setting = WorkerSetting.prepare(TestModule.python(), List.of(folder), Duration.ofSeconds(3));
        ConsumerScenario scenario =
                new ConsumerScenario(Offered.of(memory), new Content("6465616462656566", 1), null, "bytes");
        try (Caller caller = Caller.start(setting)) {
            return caller.run(new Call("counting." + function + "(_)", ""), List.of(scenario))
                    .get(0);
        }
    }

    /** erfa.ufunc.a2af takes a number of digits, and loops as often. */
    @Test
    void whatCountsForLongBecauseOfTheNumbersIsNotDueToWhereTheyLie() throws Exception {
        ConsumerTranscript counted =
                transcript("counts", ScriptedMemory.PLAIN.writable().withItems("I", 2));
        assertNull(counted.death());
        assertTrue(counted.unsupported().startsWith(Caller.ENDED), counted.unsupported());
    }

    @Test
    void whatDiesOfItemsDiesOfThem() throws Exception {
        ConsumerTranscript died =
                transcript("dies", ScriptedMemory.PLAIN.writable().withItems("I", 2));
        assertEquals("CRASHED (SIGABRT)", died.death());
    }
}
