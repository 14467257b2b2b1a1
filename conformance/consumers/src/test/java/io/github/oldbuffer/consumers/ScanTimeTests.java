package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /** samba, which has a hundred modules of which each takes long to import. */
    @Test
    void modulesAreNotImportedAnyMoreWhenTheTimeIsUp() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Scan scan = new Scan(
                TestModule.setting(List.of()),
                1,
                KnownDeviations.NONE,
                name -> true,
                1,
                () -> asked.incrementAndGet() > 4,
                (done, all, n) -> {});
        Scan.Targets found = scan.targets(List.of("zlib", "binascii", "audioop"));
        assertTrue(found.targets().contains("zlib.crc32"), found.targets().toString());
        assertEquals(Scan.TIME_IS_UP, found.leftOut().get("binascii"));
        assertEquals(Scan.TIME_IS_UP, found.leftOut().get("audioop"));
        assertEquals(Scan.TIME_IS_UP, found.leftOut().get("what zlib makes"));
    }
}
