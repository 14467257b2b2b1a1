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

/** Whether a SystemError comes of what the items are, or of where they lie. */
class ScatteredItemsTests {

    /** matplotlib's count_bboxes_overlapping_bbox ends so for items that it does not take, scattered or not. */
    @ParameterizedTest
    @CsvSource({"of_shorts, USE-4", "of_scattered, USE-3"})
    void itIsToldOfOneOfThem(String function, String clause, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("items.py"), """
                def of_shorts(data):
                    view = memoryview(data)
                    if view.format == "H":
                        raise SystemError("of_shorts returned a result with an exception set")
                    return view.tobytes()
                def of_scattered(data):
                    view = memoryview(data)
                    if not view.c_contiguous:
                        raise SystemError("of_scattered returned a result with an exception set")
                    return view.tobytes()
                """);
        WorkerSetting setting = WorkerSetting.prepare(TestModule.python(), List.of(folder), Duration.ofSeconds(20));
        try (Caller caller = Caller.start(setting)) {
            Judgement judgement = new CallJudge(caller, 1, false, KnownDeviations.NONE)
                    .judge(new Call("items." + function + "(_)", ""));
            assertEquals(
                    List.of(clause),
                    judgement.run().findings().stream()
                            .map(Finding::clause)
                            .distinct()
                            .toList());
        }
    }
}
