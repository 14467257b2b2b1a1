package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.HostFailedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailuresTests {

    private final StringWriter err = new StringWriter();
    private final Terminal terminal =
            new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false, false, Map.of());

    @Test
    void a_fault_of_the_kit_is_one_sentence_and_a_file_with_the_trace() throws Exception {
        int status = Failures.report(new IllegalStateException("the sky fell\nin pieces"), terminal);

        assertEquals(ExitStatus.NOT_JUDGED, status);
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().startsWith("the kit itself failed: the sky fell; "), err.toString());
        Path trace = Path.of(err.toString().strip().replaceFirst(".* are in ", ""));
        assertTrue(Files.readString(trace).contains("\tat " + FailuresTests.class.getName()));
        Files.delete(trace);
    }

    @Test
    void an_implementation_that_cannot_go_on_is_no_fault_of_the_kit() {
        assertEquals(ExitStatus.NOT_JUDGED, Failures.report(new HostFailedException("it is gone"), terminal));
        assertEquals("it is gone\n", err.toString());
    }

    @Test
    void what_is_wrong_with_a_command_keeps_its_status() {
        assertEquals(ExitStatus.USAGE, Failures.report(CommandException.usage("no such thing"), terminal));
        assertEquals("no such thing\n", err.toString());
    }

    @Test
    void a_deviation_outweighs_what_could_not_be_judged() {
        assertEquals(ExitStatus.DEVIATES, ExitStatus.worse(ExitStatus.NOT_JUDGED, ExitStatus.DEVIATES));
        assertEquals(ExitStatus.NOT_JUDGED, ExitStatus.worse(ExitStatus.NOT_JUDGED, ExitStatus.CONFORMS));
        assertEquals(ExitStatus.CONFORMS, ExitStatus.worse(ExitStatus.CONFORMS, ExitStatus.CONFORMS));
    }
}
