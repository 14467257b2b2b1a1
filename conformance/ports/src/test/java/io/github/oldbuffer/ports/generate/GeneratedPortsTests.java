package io.github.oldbuffer.ports.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.model.ModelProvider;
import io.github.oldbuffer.ports.ExamplePort;
import io.github.oldbuffer.ports.PortLoader;
import io.github.oldbuffer.ports.PortVerification;
import io.github.oldbuffer.ports.Sanitizers;
import io.github.oldbuffer.ports.TemporaryFolder;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.build.PortBuild;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.ports.reproduce.Reproducers;
import io.github.oldbuffer.ports.reproduce.Setting;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.probe.Command;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Place;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Helpers in Cython and SWIG are judged by the names that they have there, in modules that were initialised.
 *
 * <p>Each file has one fault, which {@code -DRIGHT=1} mends.
 */
@EnabledIf("io.github.oldbuffer.ports.generate.Generated#present")
class GeneratedPortsTests {

    private static Implementation reference;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startCPython() throws Exception {
        reference = CPythonProvider.open(Generated.python(), ExamplePort.LIMITS);
    }

    @AfterAll
    static void stopCPython() {
        reference.close();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            never_released.pyx | AsReadBuffer=r_read             | READ-11
            strided.pyx        | AsReadBuffer=read_bytes         | READ-6
            slot_only.pyx      | CheckReadBuffer=is_readable     | CHECK-2
            own_error.pyx      | AsReadBuffer=read_bytes         | READ-3
            items.pyx          | AsReadBuffer=r_read             | READ-5
            error_lost.i       | AsReadBuffer=r_read             | READ-3
            write_read_only.i  | AsWriteBuffer=buffers::writable | WRITE-13
            """)
    void isCaughtAndItsRightFormIsNot(String file, String names, String clause) throws Exception {
        Path source = ExamplePort.file("generated/" + file);
        assertTrue(clauses(source, names, List.of(), List.of(clause)).contains(clause));
        assertEquals(Set.of(), clauses(source, names, List.of("-DRIGHT=1"), List.of()));
    }

    @Test
    void noFileIsLeftOut() throws Exception {
        Set<String> tested = Stream.of(getClass()
                        .getDeclaredMethod("isCaughtAndItsRightFormIsNot", String.class, String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .textBlock()
                        .split("\\R"))
                .map(line -> line.split("\\|")[0].strip())
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(ExamplePort.file("generated"))) {
            assertEquals(
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)),
                    new TreeSet<>(tested));
        }
    }

    /** Generated once more from the user's file: what is mended there shows. */
    @ParameterizedTest
    @CsvSource({"own_error.pyx, read_bytes, READ-3", "error_lost.i, r_read, READ-3"})
    void programsThatShowItAreMadeOfTheSource(String file, String name, String clause) throws Exception {
        String text = Files.readString(ExamplePort.file("generated/" + file));
        Path source = Files.writeString(folder.resolve(file), text);
        Path made = Files.createDirectory(folder.resolve("made"));
        Port port = build(source, "AsReadBuffer=" + name, List.of(), made);
        Finding found = run(port, List.of(clause), 30).findings().stream()
                .filter(each -> !each.known() && clause.equals(each.clause()))
                .findFirst()
                .orElseThrow();
        Place looked = port.texts().of(found).orElseThrow();
        assertEquals(source.toString(), looked.file());
        assertTrue(
                Files.readAllLines(source).get(looked.line() - 1).matches(".*(PyErr_|GetBuffer|except|raise).*"),
                looked.toString());
        Setting setting = Setting.of(port, Optional.of(Generated.python().substring("cpython:".length())));
        String program = new Reproducers(setting, new ModelProvider().open("model"))
                .of(found)
                .get("repro.c");
        Path place = Files.createDirectory(folder.resolve("a place"));
        Files.writeString(place.resolve("repro.c"), program);
        String line = program.lines().findFirst().orElseThrow().replaceAll("^/\\* | \\*/$", "");
        assertEquals(1, status(place, line));
        Files.writeString(
                source, text.replace("#define RIGHT 0", "#define RIGHT 1").replace("ifdef", "ifndef"));
        assertEquals(0, status(place, line));
        Files.writeString(source, "%% def\n");
        assertEquals(2, status(place, line));
    }

    private static int status(Path place, String line) throws Exception {
        return Command.run(List.of("/bin/sh", "-c", "cd '" + place + "' && { " + line + "; }"), Duration.ofMinutes(2))
                .status();
    }

    private static Set<String> clauses(Path source, String names, List<String> flags, List<String> clauses)
            throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Port port = build(source, names, flags, folder.path());
            assertEquals(
                    "port:" + source.getFileName(),
                    port.identity().id(),
                    "it is known by the user's file, whatever was made of that");
            return run(port, clauses, 15).findings().stream()
                    .filter(found -> !found.known())
                    .map(found -> found.clause() == null ? found.symptom() : found.clause())
                    .collect(Collectors.toSet());
        }
    }

    private static Port build(Path source, String names, List<String> flags, Path made) throws Exception {
        return new PortBuild(CPythonProvider.python(Generated.python()), CCompiler.find(System.getenv()), flags, made)
                .of(List.of(source), PortNames.parse(names));
    }

    private static Run run(Port port, List<String> clauses, int tries) throws Exception {
        try (Implementation loaded = PortLoader.open(port, new Sanitizers(""), ExamplePort.LIMITS)) {
            SuiteOptions options =
                    clauses.isEmpty() ? PortVerification.options(port, tries, 1) : new SuiteOptions(tries, 1, clauses);
            return PortVerification.verify(
                            loaded,
                            port.names().keySet(),
                            reference,
                            options,
                            false,
                            KnownDeviations.NONE,
                            ProgressListener.NONE)
                    .explored()
                    .run();
        }
    }
}
