package io.github.oldbuffer.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Standard output is the result and standard error is for failures: a run itself writes to neither. */
class SilenceTests {

    @Test
    void aRunWritesNothingEvenWherePropertiesFail() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        List<String> logged = new ArrayList<>();
        PrintStream out = System.out;
        PrintStream err = System.err;
        Handler handler = new Listening(logged);
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        PrintStream capture = new PrintStream(written, true, StandardCharsets.UTF_8);
        System.setOut(capture);
        System.setErr(capture);
        try {
            SuiteRunner.run(
                    Distorted.calls((call, called) -> Distorted.withCode(called, 1)),
                    new SuiteOptions(50, 1, List.of("READ-1", "CHECK-2", "READ-6")),
                    KnownDeviations.NONE,
                    ProgressListener.NONE);
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(handler);
        }

        assertEquals("", written.toString(StandardCharsets.UTF_8));
        assertEquals(List.of(), logged);
    }

    private static final class Listening extends Handler {

        private final List<String> logged;

        private Listening(List<String> logged) {
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.INFO.intValue()) {
                logged.add(line.getLoggerName() + ": " + line.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
