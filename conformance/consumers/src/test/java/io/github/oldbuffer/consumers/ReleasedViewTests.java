package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who iterates over a memoryview that was released ends in a SystemError of CPython's (3.11 to 3.13), whatever it does itself. */
class ReleasedViewTests {

    /** scikit-image's _offset_edge_map, which zips what numpy makes of one. */
    @ParameterizedTest
    @CsvSource({"iterates, ''", "breaks, USE-5"})
    void itsOwnSystemErrorIsNoFinding(String function, String clauses, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("views.py"), """
                def iterates(data):
                    if isinstance(data, memoryview):
                        next(map(iter, [data]))
                    return bytes(memoryview(data))
                def breaks(data):
                    try:
                        return bytes(memoryview(data))
                    except (BufferError, ValueError):
                        raise SystemError("breaks returned a result with an exception set") from None
                """);
        WorkerSetting setting = WorkerSetting.prepare(TestModule.python(), List.of(folder), Duration.ofSeconds(20));
        try (Caller caller = Caller.start(setting)) {
            Judgement judgement = new CallJudge(caller, 1, false, KnownDeviations.NONE)
                    .judge(new Call("views." + function + "(_)", ""));
            assertEquals(
                    clauses,
                    String.join(
                            " ",
                            judgement.run().findings().stream()
                                    .map(Finding::clause)
                                    .distinct()
                                    .toList()));
        }
    }
}
