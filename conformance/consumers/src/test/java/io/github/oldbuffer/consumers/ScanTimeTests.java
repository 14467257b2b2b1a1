package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.consumers.scan.Scan;
import io.github.oldbuffer.consumers.scan.ScanMemory;
import io.github.oldbuffer.consumers.worker.WorkerSetting;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScanTimeTests {

    @Test
    void whatWasJudgedBeforeTheTimeWasUpIsTold() throws Exception {
        WorkerSetting setting = TestModule.setting(List.of());
        AtomicInteger asked = new AtomicInteger();
        Scan scan = new Scan(
                setting,
                1,
                KnownDeviations.NONE,
                name -> true,
                1,
                () -> asked.incrementAndGet() > 1,
                (done, all, n) -> {});
        Scan.Result result = scan.look(List.of("zlib.adler32", "zlib.crc32", "zlib.error"), true, ScanMemory.NONE);
        assertEquals(
                List.of("zlib.adler32(_)"),
                result.calls().stream().map(call -> call.expression()).toList());
        assertEquals(1, result.judgements().size());
        assertEquals(Map.of("zlib.crc32", Scan.TIME_IS_UP, "zlib.error", Scan.TIME_IS_UP), result.leftOut());
    }
}
