package io.github.oldbuffer.commandline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.ports.ExamplePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate over the results of ports: it says what {@code ./conform port} said of them. */
class GateOfPortsTests {

    @TempDir
    private Path folder;

    @Test
    void a_port_that_does_what_cpython_does_passes() {
        Ran ran = gateAfter("faithful.c", ExitStatus.CONFORMS);
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertTrue(ran.out().endsWith("passes\n"), ran.out());
    }

    @Test
    void a_port_that_violates_a_clause_does_not_pass() {
        Ran ran = gateAfter("faulty/returns_one.c", ExitStatus.DEVIATES, "--contract-only");
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertTrue(ran.err().contains("READ-1: returned 1, not 0 is new\n"), ran.err());
    }

    @Test
    void differences_are_objected_to_where_somebody_looked_for_them() {
        Ran ran = gateAfter("faulty/error_always_type_error.c", ExitStatus.DEVIATES);
        assertEquals(ExitStatus.DEVIATES, ran.status());
        assertFalse(ran.err().isEmpty());
        ran.err().lines().forEach(line -> assertTrue(line.contains(": difference: PyObject_As"), line));
    }

    /** It raises TypeError where CPython does not: the contract is on its side. */
    @Test
    void a_port_that_keeps_the_contract_better_than_cpython_passes_by_the_contract_alone() {
        Ran ran = gateAfter("faulty/error_always_type_error.c", ExitStatus.CONFORMS, "--contract-only");
        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
        assertEquals("", ran.err());
    }

    /** What CPython does as well needs no entry: port and gate agree. */
    @Test
    void a_file_that_lets_the_port_pass_lets_its_results_pass() throws IOException {
        Path known = Files.writeString(
                folder.resolve("known.json"), "{\"format\": \"oldbuffer-known\", \"version\": 2, \"deviations\": []}");
        gateAfter("faithful.c", ExitStatus.CONFORMS, "--known", known.toString());

        Ran ran = Ran.command("gate", folder.resolve("results.json").toString(), "--known", known.toString());

        assertEquals(ExitStatus.CONFORMS, ran.status(), ran.err());
    }

    /** No run could tell: a port is judged by another command. */
    @Test
    void what_was_not_replayed_is_told_by_the_command_that_judges_ports() throws IOException {
        gateAfter("faulty/returns_one.c", ExitStatus.DEVIATES, "--contract-only");
        Path known = folder.resolve("my known.json");
        String results = folder.resolve("results.json").toString();
        Path own = Files.createDirectories(folder.resolve("own"));
        Ran.command(
                "port",
                ExamplePort.file("faulty/returns_one.c").toString(),
                "--contract-only",
                "--tries",
                "20",
                "--seed",
                "1",
                "--out",
                own.toString(),
                "--write-known",
                known.toString());

        Ran ran = Ran.command("gate", results, "--known", known.toString());

        assertTrue(
                ran.out()
                        .matches("(?s).*so nothing is said of (it|them); port --contract-only \\S+returns_one\\.c .*"
                                + " --known '.*my known\\.json' tells\n.*"),
                ran.out());
    }

    private Ran gateAfter(String port, int status, String... options) {
        Stream<String> words = Stream.of(
                "port", ExamplePort.file(port).toString(), "--tries", "100", "--seed", "1", "--out", folder.toString());
        Ran judged = Ran.command(Stream.concat(words, Stream.of(options)).toArray(String[]::new));
        assertEquals(status, judged.status(), judged.out() + judged.err());
        return Ran.command("gate", folder.resolve("results.json").toString());
    }
}
