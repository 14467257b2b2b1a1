package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.consumers.scan.Scan;
import io.github.oldbuffer.consumers.scan.ScanMemory;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is called leaves descriptors open, of which a process has no more than its limit. */
class SpentProcessTests {

    private static List<Judgement> judged(Path folder, String... targets) throws Exception {
        Scan scan = new Scan(
                TestModule.setting(List.of(folder)),
                1,
                KnownDeviations.NONE,
                name -> true,
                1,
                () -> false,
                (done, all, taking) -> {});
        return scan.look(List.of(targets), true, ScanMemory.NONE).judgements();
    }

    /** nss.io.Socket, whose sockets are never closed: after it nothing of nss.nss was found, which could not be imported. */
    @Test
    void whatIsLookedAtNextIsFoundAllTheSame(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a_spoils.py"), """
                import os
                def descriptors(data):
                    try:
                        while True:
                            os.dup(0)
                    except OSError:
                        pass
                """);
        Files.writeString(folder.resolve("b_later.py"), "def copied(data): return bytes(memoryview(data))\n");
        assertEquals(
                List.of("b_later.copied"),
                judged(folder, "a_spoils.descriptors", "b_later.copied").stream()
                        .map(each -> each.run().implementation().id().replaceFirst("call:(.*)\\(.*", "$1"))
                        .toList());
    }

    @Test
    void whatLeavesOneOpenEachTimeIsJudgedToTheEnd(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("leaks.py"), """
                import os
                def one(data):
                    os.dup(0)
                    try:
                        return bytes(memoryview(data))
                    except BufferError:
                        return b""
                """);
        assertEquals(
                List.of("USE-5"),
                judged(folder, "leaks.one").get(0).run().findings().stream()
                        .map(Finding::clause)
                        .distinct()
                        .toList());
    }
}
