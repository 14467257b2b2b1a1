package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.probe.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a call is found where each trial takes long. */
class SlowTrialsTests {

    private static final String CODE = """
            import sys, time, types
            sys.path.insert(0, sys.argv[1])
            import oldbuffer_find

            class Exporter:
                def __init__(self, **script):
                    pass
                def log(self):
                    return [], 0, 0, 0, 0, 0

            def slow(*given):
                time.sleep(0.1)

            sys.modules["slowly"] = types.ModuleType("slowly")
            sys.modules["slowly"].slow = slow
            oldbuffer_find.MOST_TIME = 0.5
            tried = []
            print(oldbuffer_find.find("slowly.slow", [], Exporter, tried.append), len(tried) < 20)
            """;

    /** There are hundreds of trials, and one function would take all the time of a scan. */
    @Test
    void trialsEndWhenTheirTimeIsUp() throws Exception {
        Path sources = Path.of("src/main/python").toAbsolutePath();
        Command.Result done =
                Command.run(List.of("python3", "-B", "-c", CODE, sources.toString()), Duration.ofSeconds(60));
        assertEquals("[] True", done.output().strip(), done.errors());
    }
}
