package io.github.oldbuffer.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.process.interpreter.Interpreter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked, moved, and run where there is neither Java nor Python nor a compiler. */
class ArchiveTests {

    private static final long LARGEST = 120_000_000;

    @TempDir
    private static Path temporary;

    private static Path kit;
    private static Path tools;

    @BeforeAll
    static void unpack() throws IOException {
        kit = Packed.unpackedAndMoved(temporary);
        tools = Packed.fewTools(temporary);
    }

    /** JUnit warns of links that lead out of a folder that it deletes. */
    @AfterAll
    static void unlink() throws IOException {
        for (Path link : Folders.all(tools)) {
            if (Files.isSymbolicLink(link)) {
                Files.delete(link);
            }
        }
    }

    private static Command.Result conform(String... words) throws IOException {
        String[] all = new String[words.length + 1];
        all[0] = kit.resolve("bin/conform").toString();
        System.arraycopy(words, 0, all, 1, words.length);
        return Packed.run(temporary, Map.of("PATH", tools.toString()), all);
    }

    @Test
    void it_judges_the_cpython_that_is_inside() throws IOException {
        Command.Result result =
                conform("run", "-i", "model", "-i", "cpython", "--tries", "60", "--seed", "1", "--out", "out of it");
        assertEquals(0, result.status(), Packed.said(result));
        assertTrue(result.output().contains("model conforms; cpython conforms"), Packed.said(result));
        assertTrue(Files.isRegularFile(temporary.resolve("out of it/index.html")));
    }

    @Test
    void it_judges_an_interpreter_without_compiler_and_headers() throws IOException {
        List<Interpreter> interpreters = Interpreters.ofThisMachine();
        Assumptions.assumeFalse(interpreters.isEmpty(), "no CPython with headers is on this machine");
        // one, since each takes seconds
        String python = interpreters.get(0).executable().toString();
        Command.Result run = conform(
                "run", "-i", "cpython:" + python, "--clauses", "READ-1,CHECK-*", "--tries", "30", "--out", "installed");
        assertEquals(0, run.status(), Packed.said(run));
        Command.Result call = conform("call", "zlib.crc32(_)", "--python", python, "--out", "called");
        assertEquals(0, call.status(), Packed.said(call));
        Path cache = temporary.resolve(".cache/oldbuffer");
        List<String> compiled = Files.exists(cache)
                ? Folders.all(cache).stream()
                        .map(Path::toString)
                        .filter(file -> file.endsWith(".so"))
                        .toList()
                : List.of();
        assertEquals(List.of(), compiled, "something was compiled");
    }

    @Test
    void it_judges_a_port_with_the_compiler_of_the_machine() throws IOException {
        Path port = Files.writeString(
                temporary.resolve("port.c"),
                "#include <Python.h>\n"
                        + "int my_read(PyObject *o, const void **b, Py_ssize_t *n)\n{\n    (void)o; (void)b; (void)n;\n"
                        + "    PyErr_SetString(PyExc_TypeError, \"never\");\n    return -1;\n}\n");
        Command.Result result = Packed.run(
                temporary,
                Map.of(),
                kit.resolve("bin/conform").toString(),
                "port",
                port.toString(),
                "--names",
                "AsReadBuffer=my_read",
                "--contract-only",
                "--tries",
                "20",
                "--out",
                "ported");
        assertEquals(1, result.status(), Packed.said(result));
        assertTrue(result.output().contains("READ-1"), Packed.said(result));
    }

    @Test
    void without_a_compiler_a_port_is_refused_in_one_sentence() throws IOException {
        Path port = Files.writeString(temporary.resolve("none.c"), "");
        Command.Result result = conform("port", port.toString(), "--out", "none");
        assertEquals(2, result.status(), Packed.said(result));
        assertTrue(result.errors().strip().endsWith("install one (Debian: apt-get install gcc libc6-dev) or set CC."));
        assertEquals(1, result.errors().lines().count(), Packed.said(result));
    }

    @Test
    void its_java_shares_class_data_wherever_it_lies() throws IOException {
        Command.Result result =
                Packed.run(temporary, Map.of(), kit.resolve("runtime/bin/java").toString(), "-Xshare:on", "-version");
        assertEquals(0, result.status(), Packed.said(result));
    }

    @Test
    void a_link_to_the_command_will_do() throws IOException {
        Path link = Files.createSymbolicLink(tools.resolve("linked"), kit.resolve("bin/conform"));
        Command.Result result = Packed.run(temporary, Map.of("PATH", tools.toString()), link.toString(), "--version");
        assertEquals(0, result.status(), Packed.said(result));
        assertTrue(result.output().startsWith("Old Buffer conformance kit "), Packed.said(result));
        Command.Result help =
                Packed.run(temporary, Map.of("PATH", tools.toString()), "/bin/sh", "-c", "linked help run");
        assertTrue(help.output().startsWith("Usage: linked run "), Packed.said(help));
        assertTrue(!help.output().contains("./conform"), Packed.said(help));
    }

    @Test
    void it_is_small_enough_and_holds_nothing_outside_of_its_folder() throws IOException {
        Path archive = Packed.archive();
        assertTrue(Files.size(archive) <= LARGEST, archive + " has " + Files.size(archive) + " bytes");
        String folder = archive.getFileName().toString().replace("-linux-x86_64.tar.gz", "/");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertTrue(entry.getName().startsWith(folder), entry.getName());
                assertEquals(0, entry.getLongUserId(), entry.getName());
            }
        }
    }

    @Test
    void the_bill_of_materials_names_what_is_inside() throws IOException {
        Path file = Path.of("target", kit.getFileName() + ".cdx.json");
        Assumptions.assumeTrue(Files.exists(file), "Maven was offline");
        String bill = Files.readString(file);
        for (String name : List.of("oldbuffer-suite", "jqwik", "jazzer", "cpython", "picocli")) {
            assertTrue(bill.contains("\"name\" : \"" + name + "\""), name + " is missing");
        }
        assertFalse(bill.contains("\"name\" : \"commons-compress\""), "what packs is not packed");
        assertTrue(Files.isDirectory(kit.resolve("licenses")) && Files.isDirectory(kit.resolve("runtime/legal")));
    }

    @Test
    void the_checksums_are_those_of_the_files() throws IOException {
        Command.Result result =
                Packed.run(Path.of("target").toAbsolutePath(), Map.of(), "sha256sum", "-c", "--strict", "SHA256SUMS");
        assertEquals(0, result.status(), Packed.said(result));
        assertTrue(result.output().lines().count() >= 3, Packed.said(result));
    }
}
